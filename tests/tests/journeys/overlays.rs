//! What the Internet reaches and who reaches whom, read by keys alone.

use drawbridge_tests::Outcome;
use drawbridge_tests::journey::journey;
use drawbridge_tests::page::Page;
use thirtyfour::Key;

#[test]
fn the_exposure_is_laid_over_the_drawing_and_listed_by_keys() {
    journey("the_exposure_is_read_by_keys", async |page| {
        page.sample("Three tiers").await?;
        page.keys(&[Key::Shift], 'e').await?;
        page.until("the legend counts what is reached", async || {
            let legend = page.text_of("region", "Overlay: Exposure").await?;
            Ok(legend.contains("The Internet reaches").then_some(()))
        })
        .await?;

        // The same as a list, in which Enter asks how.
        page.keys(&[Key::Alt], '2').await?;
        let list = page
            .until("the list names the load balancer", async || {
                let list = page.text_of("list", "The Internet reaches").await?;
                Ok(list.contains("LoadBalancer").then_some(list))
            })
            .await?;
        assert!(list.contains("tcp 80 HTTP"), "{list}");
        page.press("button", "LoadBalancer, tcp 80 HTTP*").await?;
        answers(page, "The Internet reaches LoadBalancer on tcp 80.").await?;

        // One at a time, and none by the same key.
        page.keys(&[Key::Shift], 'g').await?;
        page.is_gone("region", "Overlay: Exposure").await?;
        let legend = page.text_of("region", "Overlay: Security groups").await?;
        assert!(legend.contains("AlbSecurityGroup"), "{legend}");
        page.keys(&[Key::Shift], 'g').await?;
        page.is_gone("region", "Overlay: Security groups").await
    });
}

#[test]
fn the_matrix_is_walked_by_keys_and_a_cell_asks_its_question() {
    journey("the_matrix_is_walked_by_keys", async |page| {
        page.sample("Three tiers").await?;
        page.keys(&[Key::Alt], '3').await?;
        page.find("grid", "Who reaches whom").await?;
        // Tab leads into the grid, where one cell is in its way.
        for _ in 0..150 {
            if focused(page).await?.0 == "gridcell" {
                break;
            }
            page.keys(&[], Key::Tab).await?;
        }
        assert_eq!(focused(page).await?.0, "gridcell");
        page.keys(&[], Key::End).await?;
        assert_eq!(focused(page).await?, said("gridcell", "80"));
        page.keys(&[], Key::Down).await?;
        assert_eq!(focused(page).await?.0, "gridcell");
        page.keys(&[], Key::Up).await?;
        page.keys(&[], Key::Enter).await?;
        answers(page, "The Internet reaches LoadBalancer on tcp 80.").await?;
        page.until("the answer has the focus", async || {
            Ok((focused(page).await? == said("region", "Answer")).then_some(()))
        })
        .await
    });
}

async fn answers(page: &Page, sentence: &str) -> Outcome {
    page.until(&format!("the answer says “{sentence}”"), async || {
        let answer = page.text_of("region", "Answer").await?;
        Ok(answer.contains(sentence).then_some(()))
    })
    .await
}

/// Role and name of what has the focus.
async fn focused(page: &Page) -> Outcome<(String, String)> {
    let element = page.driver.active_element().await?;
    let role = page.spoken(&element, "computedrole").await?;
    Ok((role, page.spoken(&element, "computedlabel").await?))
}

fn said(role: &str, name: &str) -> (String, String) {
    (role.to_owned(), name.to_owned())
}

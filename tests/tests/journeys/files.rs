//! Files that are no designs get a sentence, and the design stays.

use drawbridge_tests::Outcome;
use drawbridge_tests::journey::journey;
use drawbridge_tests::page::Page;
use serde_json::json;

#[test]
fn what_is_no_design_gets_a_sentence_and_the_design_stays() {
    journey("what_is_no_design_gets_a_sentence", async |page| {
        page.sample("One public subnet").await?;
        let names = page.names().await?;
        drop_file(page, "torn.json", "['{\"Resources\": {\"Vpc\": ']").await?;
        page.hears("torn was not opened, and the design is as it was.*Line 1, column 23*")
            .await?;
        drop_file(
            page,
            "cat.png",
            "[new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82])]",
        )
        .await?;
        page.hears("cat.png is no template*").await?;
        drop_file(
            page,
            "large.json",
            "['{', ' '.repeat(6 * 1024 * 1024), '}']",
        )
        .await?;
        page.hears("large.json was not opened: it has 6.0 MB*")
            .await?;
        drop_file(page, "list.json", "['[1, 2, 3]']").await?;
        page.hears("list was not opened, and the design is as it was.*")
            .await?;
        assert_eq!(page.names().await?, names);

        // And one that is a design opens.
        drop_file(page, "small.json", "['{\"Resources\": {\"Net\": {\"Type\": \"AWS::EC2::VPC\", \"Properties\": {\"CidrBlock\": \"10.9.0.0/16\"}}}}']").await?;
        page.node("VPC Net, 10.9.0.0/16*").await?;
        assert_eq!(page.count().await?, 1);
        Ok(())
    });
}

/// Drops a file on the canvas. Its content is a list of parts as script, since
/// six megabytes are sooner made in the page than sent to it.
async fn drop_file(page: &Page, name: &str, parts: &str) -> Outcome {
    let drawing = page.find("group", "Network drawing").await?;
    let script = format!(
        "const [target, name] = arguments;
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File({parts}, name));
        for (const kind of ['dragenter', 'dragover', 'drop'])
            target.dispatchEvent(new DragEvent(kind, {{ dataTransfer, bubbles: true, cancelable: true }}));"
    );
    page.driver
        .execute(script, vec![drawing.to_json()?, json!(name)])
        .await?;
    Ok(())
}

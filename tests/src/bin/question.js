// Asks the question of the Reach panel with another protocol and answers in how many milliseconds it is painted.
const [protocol, done] = arguments;
const select = [...document.querySelectorAll('.reach-form select')].find((it) =>
  [...it.options].some((option) => option.value === protocol));
const answer = document.querySelector('.reach-answer');
const painted = (then) => requestAnimationFrame(() => setTimeout(then, 0));
const start = performance.now();
const seen = new MutationObserver(() => {
  seen.disconnect();
  painted(() => done(performance.now() - start));
});
seen.observe(answer, { subtree: true, childList: true, characterData: true });
select.value = protocol;
select.dispatchEvent(new Event('change', { bubbles: true }));

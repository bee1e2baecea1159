// What is wrong with how the drawing shows: siblings that lie over each other, texts that leave their
// node. Gives sentences.
const wrong = [];
const round = (rect) => [rect.left, rect.top, rect.right, rect.bottom].map(Math.round).join(' ');
const frame = (node) => node.querySelector('rect').getBoundingClientRect();
const nodes = [...document.querySelectorAll('[data-id]')];
const parent = (node) => node.parentElement.closest('[data-id]');
for (const [index, a] of nodes.entries()) {
  for (const b of nodes.slice(index + 1)) {
    if (parent(a) !== parent(b)) continue;
    const [p, q] = [frame(a), frame(b)];
    const x = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const y = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (x > 1 && y > 1) wrong.push(`${a.dataset.id} (${round(p)}) overlaps ${b.dataset.id} (${round(q)})`);
  }
}
for (const text of document.querySelectorAll('[data-id] text')) {
  const node = text.closest('[data-id]');
  // The number on a badge stands on its node's corner.
  if (text.closest('[data-severity]')) continue;
  const [inner, outer] = [text.getBoundingClientRect(), frame(node)];
  if (inner.width === 0) continue;
  if (inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1)
    wrong.push(`“${text.textContent}” (${round(inner)}) leaves ${node.dataset.id} (${round(outer)})`);
}
if (document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight)
  wrong.push('the page scrolls');
return wrong;

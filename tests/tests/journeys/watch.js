// Collects what changes in the drawing: "node ID what" and "arrow FROM TO what", by the element's
// nearest node or arrow. What lies over the nodes (guides, handles of the selection) is no node's.
const seen = new Set();
const note = (records) => {
  for (const record of records) {
    const element = record.target.nodeType === Node.ELEMENT_NODE ? record.target : record.target.parentElement;
    const owner = element?.closest('[data-id], [data-from]');
    const what = record.type === 'attributes' ? record.attributeName : record.type;
    if (!owner) continue;
    if (owner.dataset.from) seen.add(`arrow ${owner.dataset.from} ${owner.dataset.to} ${what}`);
    else if (element === owner || record.type !== 'attributes') seen.add(`node ${owner.dataset.id} ${what}`);
    else seen.add(`node ${owner.dataset.id} inner ${what}`);
  }
};
const observer = new MutationObserver(note);
observer.observe(document.querySelector('[aria-label="Network drawing"]'), {
  attributes: true,
  childList: true,
  characterData: true,
  subtree: true,
});
window.drawingWatch = { seen, flush: () => note(observer.takeRecords()) };

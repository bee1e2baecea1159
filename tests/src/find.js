// Elements of a role whose name fits a pattern, in the page's order. The name is a good guess: the
// caller asks the browser for the real one. `*` in the pattern stands for anything.
const [role, pattern, within] = arguments;
const selectors = {
  button: 'button, [role=button], summary',
  checkbox: 'input[type=checkbox], [role=checkbox]',
  combobox: '[role=combobox], select',
  dialog: 'dialog, [role=dialog]',
  group: '[role=group], details, fieldset',
  heading: 'h1, h2, h3, h4',
  img: '[role=img], img',
  link: 'a[href]',
  listitem: 'li',
  main: 'main',
  menuitem: '[role=menuitem]',
  list: 'ul, ol',
  option: '[role=option], option',
  radio: 'input[type=radio]',
  region: 'section[aria-label], [role=region]',
  searchbox: 'input[type=search]',
  spinbutton: 'input[type=number]',
  status: '[role=status]',
  tab: '[role=tab]',
  textbox: 'input[type=text]:not([role]), input:not([type]), textarea',
};
const words = (element) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const name = (element) => {
  const by = element.getAttribute('aria-labelledby');
  if (by) return by.split(/\s+/).map((id) => words(document.getElementById(id))).join(' ');
  const label = element.getAttribute('aria-label');
  if (label) return label;
  if (element.labels?.length) return words(element.labels[0]);
  return words(element) || element.getAttribute('title') || '';
};
const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
const fits = new RegExp(`^${escaped.join('.*')}$`, 's');
const shows = (element) => element.checkVisibility({ visibilityProperty: true });
return [...(within ?? document).querySelectorAll(selectors[role] ?? `[role=${role}]`)]
  .filter((element) => shows(element) && fits.test(name(element)));

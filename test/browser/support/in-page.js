// Runs inside a page and tells what a person would notice there. Kept plain, so that it is read as a text and handed over.
(() => {
  const SMALLEST_TARGET = 24;
  // What is folded away is part of the page: it is judged unfolded.
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true });
  };
  const named = (element) =>
    `${element.tagName.toLowerCase()} “${(element.textContent || element.getAttribute('name') || '').trim().slice(0, 40)}”`;

  // A link within a sentence has the height of its line; the rule excepts it, and every other small target whose
  // circle of 24 pixels touches no other target's.
  const isInSentence = (link) => {
    const block = link.closest(
      'p, li, dd, td, th, caption, legend, label, h2, h3, figcaption, summary, blockquote',
    );
    return (
      link.tagName === 'A' &&
      block !== null &&
      block.textContent.trim().length > link.textContent.trim().length + 2
    );
  };
  const boxOf = (control) => {
    const label = control.id ? document.querySelector(`label[for="${window.CSS.escape(control.id)}"]`) : null;
    const tickable = control.type === 'checkbox' || control.type === 'radio';
    return (tickable && label ? label : control).getBoundingClientRect();
  };
  const targets = [
    ...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type="hidden"])'),
  ].filter((element) => shown(element) || element.type === 'checkbox' || element.type === 'radio');
  const boxes = targets
    .filter((element) => !element.closest('.usa-skipnav'))
    .map((element) => ({ element, box: boxOf(element) }));
  const centre = (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const isSmall = ({ box }) => box.width > 0 && (box.width < SMALLEST_TARGET || box.height < SMALLEST_TARGET);
  const distanceTo = ([x, y], box) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const isCrowded = (small) => {
    const [x, y] = centre(small.box);
    return boxes.some((other) => {
      if (other === small || other.box.width === 0) return false;
      if (!isSmall(other)) return distanceTo([x, y], other.box) < SMALLEST_TARGET / 2;
      const [left, top] = centre(other.box);
      return Math.hypot(left - x, top - y) < SMALLEST_TARGET;
    });
  };

  const summary = document.getElementById('problem-summary');
  return {
    title: document.title,
    headings: [...document.querySelectorAll('h1')].map((heading) =>
      heading.textContent.trim().replace(/\s+/g, ' '),
    ),
    language: document.documentElement.lang,
    width: document.documentElement.scrollWidth,
    frameHeight: Math.round(document.querySelector('header')?.getBoundingClientRect().height ?? 0),
    tooSmall: boxes
      .filter((target) => isSmall(target) && !isInSentence(target.element) && isCrowded(target))
      .map(({ element, box }) => `${named(element)} ${Math.round(box.width)}×${Math.round(box.height)}`),
    hasSummary: summary !== null,
    isSummaryFocused: summary !== null && document.activeElement === summary,
    deadAnchors: [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => decodeURIComponent(link.getAttribute('href').slice(1)))
      .filter((id) => id !== '' && document.getElementById(id) === null),
    links: [...document.querySelectorAll('a[href]')]
      .filter((link) => !link.hasAttribute('download'))
      .map((link) => link.href),
    forms: [...document.querySelectorAll('form[method="post"]')]
      .filter((form) => form.querySelector('input:not([type="hidden"]), select, textarea'))
      .map((form) => form.getAttribute('action')),
  };
})();

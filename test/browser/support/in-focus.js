// Runs inside a page and tells where the focus is, and whether a person could see that.
(() => {
  // A link that slides in counts from where it stops.
  for (const slide of document.getAnimations()) slide.finish();
  const focused = document.activeElement;
  const tickable = focused.type === 'checkbox' || focused.type === 'radio';
  const label = tickable ? document.querySelector(`label[for="${window.CSS.escape(focused.id)}"]`) : null;
  const seen = label ?? focused;
  // A link that begins in the middle of a line and wraps is where its first piece is.
  const box = seen.getClientRects()[0] ?? seen.getBoundingClientRect();
  // The browser's own ring, auto, is drawn thicker than the width it tells.
  const ringOf = ({ outlineStyle, outlineWidth }) =>
    outlineStyle === 'auto' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
  const [x, y] = [box.left + Math.min(box.width / 2, 8), box.top + Math.min(box.height / 2, 8)];
  const onTop = document.elementFromPoint(x, y);
  return {
    tag: focused.tagName.toLowerCase(),
    id: focused.id,
    name: focused.name ?? '',
    value: focused.value ?? '',
    words: (seen.textContent ?? '').trim().replace(/\s+/g, ' '),
    hasRing:
      ringOf(window.getComputedStyle(seen)) ||
      (label !== null && ringOf(window.getComputedStyle(label, '::before'))),
    isCovered: onTop === null || !(seen.contains(onTop) || onTop.contains(seen)),
  };
})();

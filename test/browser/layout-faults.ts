export interface Fault {
  /** The card's id on the wall. */
  card: string;
  what: string;
  where: string;
}

/**
 * Lists the layout faults of every card on the page: parts that stick out, texts and hints that are cut off or overlap,
 * buttons too low for a thumb. Runs in the page, so the function uses nothing from outside itself.
 */
export function layoutFaults(): Fault[] {
  /** In pixels: the box of a character is higher than its ink. */
  const SLACK = 3;
  const MIN_BUTTON = 32;
  const faults: Fault[] = [];
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${(element.textContent ?? '').slice(0, 30)}”`;
  const isVisible = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  for (const card of document.querySelectorAll('.card')) {
    const frame = card.getBoundingClientRect();
    const id = card.closest('[id]')?.id ?? '';
    const say = (what: string, element: Element) => faults.push({ card: id, what, where: nameOf(element) });
    // A table that scrolls sideways may be wider than the card.
    const elements = [...card.querySelectorAll('*')].filter(
      (each) => isVisible(each) && !each.closest('.table-scroll *'),
    );
    for (const element of elements) {
      const { left, right, width } = element.getBoundingClientRect();
      // The column, form or body around the element.
      const around = element.parentElement?.closest('.stack')?.getBoundingClientRect() ?? frame;
      if (width > 0 && (left < around.left - 1 || right > around.right + 1)) say('sticks out', element);
      const style = getComputedStyle(element);
      const cuts = style.overflowX !== 'visible' && !element.matches('.table-scroll, textarea, input');
      if (cuts && element.scrollWidth > element.clientWidth + 1) say('is cut off', element);
    }
    for (const input of card.querySelectorAll('input')) {
      const { font, paddingLeft, paddingRight } = getComputedStyle(input);
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen || !isVisible(input) || input.value !== '') continue;
      pen.font = font;
      const room = input.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      if (pen.measureText(input.placeholder).width > room + 1) say('has a hint that is cut off', input);
    }
    for (const button of card.querySelectorAll('.btn, .select')) {
      const { height } = button.getBoundingClientRect();
      if (isVisible(button) && height < MIN_BUTTON) say(`is ${height} px high`, button);
    }
    const texts: { owner: Element; rects: DOMRect[] }[] = [];
    const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const owner = node.parentElement;
      if (!owner || !node.textContent?.trim() || !isVisible(owner) || owner.closest('.clamped, .card-title')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      texts.push({ owner, rects: [...range.getClientRects()].filter(({ width }) => width > 0) });
    }
    for (const [at, one] of texts.entries()) {
      for (const other of texts.slice(at + 1)) {
        const meets = one.rects.some((a) =>
          other.rects.some(
            (b) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK,
          ),
        );
        if (meets) say(`lies on ${nameOf(other.owner)}`, one.owner);
      }
    }
  }
  return faults;
}

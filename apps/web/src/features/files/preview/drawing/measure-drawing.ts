/** References that draw what they name again: of `use`, patterns, masks, markers, filters and gradients. */
const referencesOf = (text: string): string[] =>
  [...text.matchAll(/url\(\s*["']?#([^"')\s]+)/g)].map(([, id = '']) => id);

const referencesOfElement = (element: Element): string[] =>
  [...element.attributes].flatMap(({ localName, value }) => {
    if (localName === 'href') return value.startsWith('#') ? [value.slice(1)] : [];
    return value.includes('url(') ? referencesOf(value) : [];
  });

/** Entities that name others, or are long, expand to more than any memory. */
const hostileEntity = /<!ENTITY(\s+%|[^>]*&|[^>]{300})/;

const nestedDrawing = /data:\s*image\/svg/i;

/**
 * Returns how many elements a browser draws for an SVG once every reference is followed, without drawing it. Infinity for
 * what cannot be counted, undefined for what is no SVG.
 */
export const measureDrawing = (text: string): number | undefined => {
  if (hostileEntity.test(text) || nestedDrawing.test(text)) return Number.POSITIVE_INFINITY;
  const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
  if (root.localName !== 'svg' || root.querySelector('parsererror')) return undefined;

  const elements = new Map([...root.querySelectorAll('[id]')].map((element) => [element.id, element]));
  const ofStyles = [...root.querySelectorAll('style')].flatMap(({ textContent }) =>
    referencesOf(textContent),
  );
  const costs = new Map<Element, number>();

  const costOf = (element: Element): number => {
    const known = costs.get(element);
    if (known !== undefined) return known;
    // Browsers ignore a reference to what contains it.
    costs.set(element, 0);
    const references = [...referencesOfElement(element), ...(element.hasAttribute('class') ? ofStyles : [])];
    const drawn = [...element.children, ...references.flatMap((id) => elements.get(id) ?? [])];
    const cost = drawn.reduce((sum, part) => sum + costOf(part), 1);
    costs.set(element, cost);
    return cost;
  };
  try {
    return costOf(root);
  } catch (error) {
    // A chain of references longer than the stack.
    if (error instanceof RangeError) return Number.POSITIVE_INFINITY;
    throw error;
  }
};

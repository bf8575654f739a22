/** The selected rows of a list, and the row from which a range extends. */
export type Selection = {
  readonly ids: ReadonlySet<string>;
  readonly anchorId: string | undefined;
};

export const emptySelection: Selection = { ids: new Set(), anchorId: undefined };

export const toggleRow = ({ ids }: Selection, id: string): Selection => {
  const others = new Set(ids);
  if (!others.delete(id)) others.add(id);
  return { ids: others, anchorId: id };
};

/** Selects the rows from the anchor to a row, as a click with the shift key does; without an anchor, that row. */
export const extendToRow = (selection: Selection, id: string, order: readonly string[]): Selection => {
  const end = order.indexOf(id);
  const anchorId = selection.anchorId ?? id;
  const start = order.indexOf(anchorId);
  if (end === -1) return selection;
  if (start === -1) return { ids: new Set([id]), anchorId: id };
  return { ids: new Set(order.slice(Math.min(start, end), Math.max(start, end) + 1)), anchorId };
};

export const selectAllRows = (order: readonly string[]): Selection => ({
  ids: new Set(order),
  anchorId: order[0],
});

/** Forgets rows that are no longer in the list. */
export const withoutLostRows = (selection: Selection, order: readonly string[]): Selection => {
  const listed = new Set(order);
  if ([...selection.ids].every((id) => listed.has(id))) return selection;
  return { ...selection, ids: new Set([...selection.ids].filter((id) => listed.has(id))) };
};

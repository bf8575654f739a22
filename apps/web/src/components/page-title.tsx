/** React hoists it into the document's head. */
export const PageTitle = ({ children }: { children: string }) => (
  <title>{`${children} · ShareMyFiles`}</title>
);

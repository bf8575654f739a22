/** React moves it into the head of the document. */
export const PageTitle = ({ children }: { children: string }) => (
  <title>{`${children} · ShareMyFiles`}</title>
);

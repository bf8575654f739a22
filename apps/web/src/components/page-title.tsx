import { productName } from '@share-my-files/contract';

/** React hoists it into the document's head. */
export const PageTitle = ({ children }: { children: string }) => (
  <title>{`${children} · ${productName}`}</title>
);

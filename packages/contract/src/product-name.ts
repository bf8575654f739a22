/** The name of the product as people read it, in pages, mails and dialogs. */
export const productName = 'ShareMyFiles';

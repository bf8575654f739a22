/**
 * Saves the attachment behind a presigned URL. Uses a link with `download`, because `location.assign` is a navigation,
 * which would ask for confirmation while uploads run.
 */
export const saveFromUrl = (url: string): void => {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.rel = 'noreferrer';
  link.click();
};

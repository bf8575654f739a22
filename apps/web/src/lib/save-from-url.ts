/**
 * Saves the attachment behind a presigned URL, or the content of a blob's URL under a name. Uses a link with `download`, because `location.assign` is a navigation,
 * which would ask for confirmation while uploads run.
 */
export const saveFromUrl = (url: string, name = ''): void => {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.rel = 'noreferrer';
  link.click();
};

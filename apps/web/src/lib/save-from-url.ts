/**
 * Has the browser save what a presigned URL answers as an attachment. A link with `download` and not
 * `location.assign`: it is no navigation, so nothing asks whether to leave while uploads run.
 */
export const saveFromUrl = (url: string): void => {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.rel = 'noreferrer';
  link.click();
};

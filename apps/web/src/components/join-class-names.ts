/** Joins the class names that apply. */
export const joinClassNames = (...names: (string | false | undefined)[]): string =>
  names.filter((name) => name).join(' ');

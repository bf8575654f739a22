/** Id of the field of the search page, which a key moves the focus to. */
export const searchFieldId = 'search-field';

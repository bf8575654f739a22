/** The language of the app, as in index.html. Dates and sizes follow it, because they are part of its sentences. */
export const language = 'en';

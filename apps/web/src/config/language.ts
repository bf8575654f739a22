/** The language of the app, as index.html says, whatever the browser speaks: dates and sizes stand in its sentences. */
export const language = 'en';

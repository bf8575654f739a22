/** The user who signs in. */
export const person = { email: 'ann@example.com', password: 'Correct-Horse-1' };

/** A person whose password fits the default policy. */
export const ann = { email: 'ann@example.com', password: 'Correct-Horse-1', name: 'Ann' };

export const bob = { email: 'bob@example.com', password: 'Battery-Staple-2', name: 'Bob' };

/** What one look at the machine, the configuration or the account has shown. */
export type Finding = {
  subject: string;
  state: 'ok' | 'warning' | 'error';
  detail: string;
  /** How to mend it; there for every warning and error. */
  mend?: string;
};

/** Findings that are shown under one heading. */
export type Section = { title: string; findings: Finding[] };

export const ok = (subject: string, detail: string): Finding => ({ subject, state: 'ok', detail });

/** Something works less well than it could. */
export const warning = (subject: string, detail: string, mend: string): Finding => ({
  subject,
  state: 'warning',
  detail,
  mend,
});

/** Something does not work. */
export const error = (subject: string, detail: string, mend: string): Finding => ({
  subject,
  state: 'error',
  detail,
  mend,
});

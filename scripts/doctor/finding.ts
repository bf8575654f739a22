/** The result of one check of the machine, the configuration or the AWS account. */
export type Finding = {
  subject: string;
  state: 'ok' | 'warning' | 'error';
  detail: string;
  /** How to fix it; every warning and error has one. */
  fix?: string;
};

/** Findings under one heading. */
export type Section = { title: string; findings: Finding[] };

export const ok = (subject: string, detail: string): Finding => ({ subject, state: 'ok', detail });

/** A finding that limits something. */
export const warning = (subject: string, detail: string, fix: string): Finding => ({
  subject,
  state: 'warning',
  detail,
  fix,
});

/** A finding that breaks something. */
export const error = (subject: string, detail: string, fix: string): Finding => ({
  subject,
  state: 'error',
  detail,
  fix,
});

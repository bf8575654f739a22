import type { Mailbox } from '../mailbox/mailbox.ts';
import { maskEmail } from './email-address.ts';
import type { CodePurpose, VerificationCodes } from './verification-codes.ts';

/** Where a code went, in the form of responses. */
export type CodeDeliveryDetails = { Destination: string; DeliveryMedium: 'EMAIL'; AttributeName: 'email' };

/** The recipient of a code. An unreachable one gets no mail, but the response is the same. */
type CodeRecipient = { sub: string; email: string; isReachable: boolean };

/** Creates and sends a code. Returns where it went. */
export type DeliverCode = (recipient: CodeRecipient, purpose: CodePurpose) => CodeDeliveryDetails;

const messages = {
  'sign-up': { subject: 'Your verification code', text: 'Your confirmation code is' },
  'attribute-verification': { subject: 'Verify your email address', text: 'Your verification code is' },
  'password-reset': { subject: 'Your password reset code', text: 'Your password reset code is' },
} as const;

/** Binds code delivery to the pool's codes and mailbox. */
export const createDeliverCode =
  (codes: VerificationCodes, mailbox: Mailbox): DeliverCode =>
  ({ sub, email, isReachable }, purpose) => {
    const code = codes.issue(sub, purpose);
    const { subject, text } = messages[purpose];
    if (isReachable) mailbox.deliver({ to: email, subject, text: `${text} ${code}`, code });
    return { Destination: maskEmail(email), DeliveryMedium: 'EMAIL', AttributeName: 'email' };
  };

import * as z from 'zod/mini';
import type { Operation } from './operation.ts';
import { emailSchema, instantSchema, userIdSchema } from './primitives.ts';
import { stepUpAgeSeconds } from './sign-in.ts';

/** How many recovery codes a set has. */
export const recoveryCodesPerSet = 10;

// Crockford's base32 has no I, L, O and U; the first three are read as the digits that they look like.
const toCanonicalCode = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

const wrongForm = 'A recovery code has 16 letters and digits.';

/** A recovery code as a user types it: 80 bits in Crockford's base32, in any case and with any spaces and dashes. */
export const recoveryCodeSchema = z
  .string()
  .check(
    z.maxLength(100, wrongForm),
    z.overwrite(toCanonicalCode),
    z.regex(/^[0-9A-HJKMNP-TV-Z]{16}$/, wrongForm),
  );

/** Response of `GET /me/recovery-codes`: how many codes are left, and when the set was created. */
export const recoveryCodeStatusSchema = z.object({
  left: z.int().check(z.nonnegative()),
  createdAt: z.nullable(instantSchema),
});

/** How many codes of a user are left; `createdAt` is null for a user without a set. */
export type RecoveryCodeStatus = z.infer<typeof recoveryCodeStatusSchema>;

/** Response of `POST /me/recovery-codes`: the only response with the codes, in groups of four characters. */
export const createdRecoveryCodesSchema = z.object({ codes: z.array(z.string()) });

/** A new set of codes. */
export type CreatedRecoveryCodes = z.infer<typeof createdRecoveryCodesSchema>;

const base64Schema = z.string().check(z.maxLength(8192), z.regex(/^[A-Za-z0-9+/]+={0,2}$/));

/** Body of `POST /recovery-codes/challenge`: the first message of SRP, which Cognito calls `SRP_A`. */
export const startRecoverySchema = z.strictObject({
  email: emailSchema,
  srpA: z.string().check(z.regex(/^[0-9a-fA-F]{1,768}$/)),
});

/** The first message of SRP. */
export type StartRecovery = z.infer<typeof startRecoverySchema>;

/** Response of `POST /recovery-codes/challenge`: Cognito's message of SRP, also for an address without an account. */
export const passwordChallengeSchema = z.object({
  userId: userIdSchema,
  salt: z.string(),
  srpB: z.string(),
  secretBlock: z.string(),
});

/** Cognito's message of SRP. */
export type PasswordChallenge = z.infer<typeof passwordChallengeSchema>;

/** The proof of SRP that its sender knows the password of a user. */
export const passwordProofSchema = z.strictObject({
  userId: userIdSchema,
  secretBlock: base64Schema,
  signature: base64Schema,
  timestamp: z.string().check(z.regex(/^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d{2}:\d{2}:\d{2} UTC \d{4}$/)),
});

/** The proof that a client knows a password. */
export type PasswordProof = z.infer<typeof passwordProofSchema>;

/** Body of `POST /recovery-codes/redeem`. */
export const redeemRecoveryCodeSchema = z.strictObject({
  code: recoveryCodeSchema,
  proof: passwordProofSchema,
});

/** A recovery code, and the proof of the password. */
export type RedeemRecoveryCode = z.infer<typeof redeemRecoveryCodeSchema>;

/** Returns how many recovery codes are left, never the codes. */
export const getRecoveryCodes = {
  method: 'GET',
  path: '/me/recovery-codes',
  summary: 'Get how many recovery codes are left',
  access: 'user',
  responses: { 200: recoveryCodeStatusSchema },
} as const satisfies Operation;

/** Creates a set of recovery codes, which replaces the previous one. */
export const createRecoveryCodes = {
  method: 'POST',
  path: '/me/recovery-codes',
  summary: 'Create recovery codes',
  access: 'user',
  maxAuthenticationAgeSeconds: stepUpAgeSeconds,
  responses: { 201: createdRecoveryCodesSchema },
} as const satisfies Operation;

/** Deletes the recovery codes, for a user who no longer has an authenticator app. */
export const deleteRecoveryCodes = {
  method: 'DELETE',
  path: '/me/recovery-codes',
  summary: 'Delete the recovery codes',
  access: 'user',
  maxAuthenticationAgeSeconds: stepUpAgeSeconds,
  responses: { 204: null },
} as const satisfies Operation;

/** Starts the proof of the password that redeeming a code requires; the password stays in the browser. */
export const startRecovery = {
  method: 'POST',
  path: '/recovery-codes/challenge',
  summary: 'Start to prove the password for a recovery code',
  access: 'anyone',
  body: startRecoverySchema,
  responses: { 200: passwordChallengeSchema },
  errors: ['recovery_rejected'],
} as const satisfies Operation;

/**
 * Removes the authenticator app of a user with the password and a recovery code, and ends all sessions. A wrong
 * password, a wrong code and an unknown user are one problem; an account that asks for no authenticator is a conflict.
 */
export const redeemRecoveryCode = {
  method: 'POST',
  path: '/recovery-codes/redeem',
  summary: 'Remove a lost authenticator app with a recovery code',
  access: 'anyone',
  body: redeemRecoveryCodeSchema,
  responses: { 204: null },
  errors: ['recovery_rejected', 'conflict', 'too_many_requests'],
} as const satisfies Operation;

/** The operations of the `recovery-codes` feature. */
export const recoveryCodeOperations = {
  getRecoveryCodes,
  createRecoveryCodes,
  deleteRecoveryCodes,
  startRecovery,
  redeemRecoveryCode,
};

import type { Transaction } from '@share-my-files/local-server';
import { z } from 'zod';
import { type Action, defineAction } from '../aws-json/action.ts';
import type { Authenticate } from '../tokens/access-token-verifier.ts';
import { assertEmailIsFree } from '../users/attribute-updates.ts';
import type { PendingEmails } from '../users/pending-emails.ts';
import type { UserRepository } from '../users/user-repository.ts';
import type { VerificationCodes } from '../users/verification-codes.ts';
import { confirmationCode, token, verifiableAttribute } from './request-fields.ts';

const requestSchema = z.object({
  AccessToken: token,
  AttributeName: verifiableAttribute,
  Code: confirmationCode,
});

type Dependencies = {
  authenticate: Authenticate;
  users: UserRepository;
  pendingEmails: PendingEmails;
  codes: VerificationCodes;
  transaction: Transaction;
};

/** Checks the code sent to an address, and sets the address as the user's verified one. */
export const createVerifyUserAttribute = (pool: Dependencies): Action =>
  defineAction(requestSchema, async ({ AccessToken, Code }) => {
    const user = await pool.authenticate(AccessToken);
    const { sub, attributes } = user;
    pool.codes.assertMatches(sub, 'attribute-verification', Code);
    const email = pool.pendingEmails.find(sub) ?? attributes.email;
    assertEmailIsFree(pool.users, user, email);
    pool.transaction(() => {
      pool.codes.consume(sub, 'attribute-verification');
      pool.pendingEmails.remove(sub);
      pool.users.update(sub, { attributes: { ...attributes, email, email_verified: 'true' } });
    });
    return {};
  });

import type { UserPoolClient } from '../client-config.ts';
import type { AuthenticationResult } from '../tokens/sessions.ts';

/** What InitiateAuth and RespondToAuthChallenge reply: tokens, or the next challenge. */
export type AuthReply =
  | { AuthenticationResult: AuthenticationResult; ChallengeParameters: Record<string, never> }
  | { ChallengeName: string; ChallengeParameters: Record<string, string> };

/** A request of InitiateAuth; nothing in it is checked but the client. */
export type AuthRequest = { client: UserPoolClient; parameters: Record<string, string>; session?: string };

/** One AuthFlow of InitiateAuth. */
export type AuthFlow = (request: AuthRequest) => AuthReply | Promise<AuthReply>;

/** A request of RespondToAuthChallenge; nothing in it is checked but the client. */
export type ChallengeAnswer = { client: UserPoolClient; responses: Record<string, string>; session?: string };

/** One challenge of RespondToAuthChallenge. */
export type ChallengeResponder = (answer: ChallengeAnswer) => AuthReply | Promise<AuthReply>;

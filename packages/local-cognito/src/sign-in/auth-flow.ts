import type { AuthenticationResult } from '../tokens/sessions.ts';

/** What InitiateAuth and RespondToAuthChallenge reply: tokens, or the next challenge. */
export type AuthReply =
  | { AuthenticationResult: AuthenticationResult; ChallengeParameters: Record<string, never> }
  | { ChallengeName: string; ChallengeParameters: Record<string, string> };

/** One AuthFlow of InitiateAuth: takes AuthParameters. */
export type AuthFlow = (parameters: Record<string, string>) => AuthReply | Promise<AuthReply>;

/** One challenge of RespondToAuthChallenge: takes ChallengeResponses. */
export type ChallengeResponder = (responses: Record<string, string>) => AuthReply | Promise<AuthReply>;

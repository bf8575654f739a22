import type * as z from 'zod/mini';
import type { ErrorCode } from './errors.ts';
import type { ItemAction } from './permissions.ts';

/** Where the operations of the API start: every `path` in the contract is below it. */
export const apiBasePath = '/api';

type SuccessStatus = 200 | 201 | 202 | 204;

/** One request that the API answers: the only place where its method, path, input and responses are written. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api`, with its parameters in braces, as OpenAPI and API Gateway write them. */
  readonly path: `/${string}`;
  /** One line for people who read the documentation of the API. */
  readonly summary: string;
  /** `anyone` needs no token; `user` needs an access token of a signed-in user. */
  readonly access: 'anyone' | 'user';
  /** Seconds within which the user must have signed in; otherwise the problem `insufficient_user_authentication`. */
  readonly maxAuthenticationAgeSeconds?: number;
  /** What the user must be allowed to do with the item that the parameters identify. */
  readonly permission?: ItemAction;
  readonly params?: z.ZodMiniObject;
  readonly query?: z.ZodMiniObject;
  readonly body?: z.ZodMiniObject;
  /** The body of each success status; `null` where there is none. */
  readonly responses: Readonly<Partial<Record<SuccessStatus, z.ZodMiniType | null>>>;
  /** Problems of this operation, besides those that its input, access and permission imply. */
  readonly errors?: readonly ErrorCode[];
};

type InputPart = 'params' | 'query' | 'body';

type RequestParts<Op extends Operation> = {
  [Part in InputPart & keyof Op]: Op[Part] extends z.ZodMiniType ? z.input<Op[Part]> : never;
};

type RequiredParts<Parts> = {
  [Part in keyof Parts]: Record<string, never> extends Parts[Part] ? never : Part;
}[keyof Parts];

/** Values that a client sends, before parsing; fields with a default and parts of such fields are optional. */
export type OperationRequest<Op extends Operation> = Partial<RequestParts<Op>> &
  Pick<RequestParts<Op>, RequiredParts<RequestParts<Op>>>;

/** Values that a handler receives, after parsing. */
export type OperationInput<Op extends Operation> = {
  [Part in InputPart & keyof Op]: Op[Part] extends z.ZodMiniType ? z.output<Op[Part]> : never;
};

/** The body of a success response; `undefined` where there is none. */
export type OperationResponse<Op extends Operation> =
  Op['responses'][keyof Op['responses']] extends infer Body
    ? Body extends z.ZodMiniType
      ? z.output<Body>
      : undefined
    : never;

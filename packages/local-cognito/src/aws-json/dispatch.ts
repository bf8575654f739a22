import type { ReportError } from '@share-my-files/local-server';
import { CognitoError, missingSignature, serializationFailed, unknownOperation } from '../errors.ts';
import type { Action } from './action.ts';

/** A response of the Cognito API, before serialization. */
type CognitoResponse = { status: number; body: object; error?: CognitoError };

/** A request. `target` is its `x-amz-target`; `body` is undefined if it was too long. */
type CognitoRequest = { target: string | undefined; body: Buffer | undefined; isSigned: boolean };

/** Runs the action that a request names. Never rejects. */
export type Dispatch = (request: CognitoRequest) => Promise<CognitoResponse>;

/** Actions by service. */
export type Services = {
  /** User pools. */
  AWSCognitoIdentityProviderService: ReadonlyMap<string, Action>;
  /** Identity pools. */
  AWSCognitoIdentityService: ReadonlyMap<string, Action>;
};

const findAction = (services: Services, { target = '', isSigned }: CognitoRequest): Action => {
  const [service, name = ''] = target.split('.', 2);
  const actions = Object.entries(services).find(([serviceName]) => serviceName === service)?.[1];
  const action = actions?.get(name);
  if (action === undefined) throw unknownOperation(name || target || 'without a name');
  if (action.needsSignature && !isSigned) throw missingSignature();
  return action;
};

// Older clients send null for members that they omit, and AWS accepts it.
const nullAsMissing = (_name: string, value: unknown): unknown => value ?? undefined;

const parseJson = (body: Buffer | undefined): unknown => {
  if (body === undefined) throw serializationFailed('The request body is too large.');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body), nullAsMissing);
  } catch (error) {
    throw Object.assign(serializationFailed('The request body is not valid JSON.'), { cause: error });
  }
};

const toResponse = (error: CognitoError): CognitoResponse => ({
  status: error.status,
  body: { __type: error.name, message: error.message },
  error,
});

/** What dispatching reports. */
export type Reports = {
  /** Receives any error other than a `CognitoError`, which becomes a 500. */
  reportError: ReportError;
  /** Receives a sentence that names an operation without an action. */
  onUnsupported: ReportError;
};

/** Binds dispatching to the services. */
export const createDispatch =
  (services: Services, { reportError, onUnsupported }: Reports): Dispatch =>
  async (request) => {
    try {
      const action = findAction(services, request);
      return { status: 200, body: await action(parseJson(request.body)) };
    } catch (error) {
      if (error instanceof CognitoError) {
        if (error.name === 'UnknownOperationException') onUnsupported(`local-cognito: ${error.message}`);
        return toResponse(error);
      }
      reportError(error);
      return toResponse(new CognitoError('InternalErrorException', 'Internal Error', 500));
    }
  };

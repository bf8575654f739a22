import * as z from 'zod/mini';
import { apiBasePath, type Operation } from '../operation.ts';
import { operationsByFeature } from '../operations.ts';
import { rolesAllowing } from '../permissions.ts';
import { productName } from '../product-name.ts';
import { componentsOf, inline, type JsonSchema, referTo } from './components.ts';
import { type Response, responsesOf } from './responses.ts';

export type { JsonSchema };

type Parameter = { name: string; in: 'path' | 'query'; required: boolean; schema: JsonSchema };

/** Operation object of OpenAPI. */
export type DocumentedOperation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, Response>;
};

const parametersIn = (place: Parameter['in'], schema: z.ZodMiniObject | undefined): Parameter[] =>
  Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: !z.safeParse(field, undefined).success,
    schema: inline(field),
  }));

const describeAccess = ({
  permission,
  maxAuthenticationAgeSeconds: age,
}: Operation): { description?: string } => {
  const sentences = [
    ...(permission ? [`Allowed to these roles on the item: ${rolesAllowing(permission).join(', ')}.`] : []),
    ...(age === undefined ? [] : [`Requires a sign-in within the last ${age} seconds.`]),
  ];
  return sentences.length === 0 ? {} : { description: sentences.join(' ') };
};

const documentOperation = (tag: string, name: string, operation: Operation): DocumentedOperation => {
  const { access, summary, params, query, body } = operation;
  const parameters = [...parametersIn('path', params), ...parametersIn('query', query)];
  return {
    operationId: name,
    tags: [tag],
    summary,
    ...describeAccess(operation),
    security: access === 'user' ? [{ accessToken: [] }] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: referTo(body) } } },
    }),
    responses: responsesOf(operation),
  };
};

const documentPaths = () => {
  const paths: Record<string, Record<string, DocumentedOperation>> = {};
  for (const [feature, operations] of Object.entries(operationsByFeature)) {
    for (const [name, operation] of Object.entries<Operation>(operations)) {
      paths[operation.path] = {
        ...paths[operation.path],
        [operation.method.toLowerCase()]: documentOperation(feature, name, operation),
      };
    }
  }
  return paths;
};

const securitySchemes = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'Access token of the Cognito user pool, not the ID token.',
  },
};

/** Generates the OpenAPI 3.1 document of all operations. */
export const createOpenApiDocument = () => {
  const paths = documentPaths();
  return {
    openapi: '3.1.0',
    info: {
      title: `${productName} API`,
      version: '0.1.0',
      description:
        'Upload files and share them. File bytes go straight to S3: the API returns presigned URLs. ' +
        'Requests with unknown fields are rejected; clients must ignore unknown fields of responses.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: apiBasePath }],
    tags: Object.keys(operationsByFeature).map((name) => ({ name })),
    paths,
    components: { securitySchemes, schemas: componentsOf(paths) },
  };
};

/** OpenAPI 3.1 document of this API. */
export type OpenApiDocument = ReturnType<typeof createOpenApiDocument>;

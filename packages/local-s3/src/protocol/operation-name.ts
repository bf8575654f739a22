import { selectedSubresource } from './route-of.ts';
import type { S3Request } from './s3-request.ts';

// Operations that are not named after their subresource, which needs a method in front of it.
const irregular: Record<string, string> = {
  'DELETE /bucket': 'DeleteBucket',
  'GET /bucket': 'ListObjects',
  'POST /bucket': 'PostObject',
  'GET /bucket?versions': 'ListObjectVersions',
  'GET /bucket?publicAccessBlock': 'GetPublicAccessBlock',
  'PUT /bucket?publicAccessBlock': 'PutPublicAccessBlock',
  'DELETE /bucket?publicAccessBlock': 'DeletePublicAccessBlock',
  'PUT /object?renameObject': 'RenameObject',
  'POST /object?restore': 'RestoreObject',
  'POST /object?select': 'SelectObjectContent',
};

const verbs: Record<string, string> = {
  GET: 'Get',
  HEAD: 'Head',
  PUT: 'Put',
  POST: 'Post',
  DELETE: 'Delete',
};

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Returns the name of an operation in the API of S3, such as `PutObjectTagging`, for a message. */
export const operationNameOf = (request: S3Request): string => {
  const resource = request.key === '' ? 'bucket' : 'object';
  const subresource = selectedSubresource(request);
  const route = `${request.method} /${resource}${subresource === undefined ? '' : `?${subresource}`}`;
  const noun = (subresource ?? '').split('-').map(capitalize).join('');
  return irregular[route] ?? `${verbs[request.method] ?? request.method}${capitalize(resource)}${noun}`;
};

import type { S3Request } from './s3-request.ts';

// The parameters by which S3 selects an operation. A route contains them all, so that none is ignored.
const subresources = [
  'accelerate',
  'acl',
  'analytics',
  'attributes',
  'cors',
  'delete',
  'encryption',
  'intelligent-tiering',
  'inventory',
  'legal-hold',
  'lifecycle',
  'location',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'ownershipControls',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'renameObject',
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'select',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versioning',
  'versionId',
  'versions',
  'website',
];

const resourceOf = ({ bucket, key }: S3Request) => {
  if (bucket === '') return '/';
  return key === '' ? '/bucket' : '/bucket/key';
};

const selectedSubresources = ({ query }: S3Request): string[] =>
  subresources.filter((name) => query.has(name));

/** Returns the parameter by which a request selects an operation, or the first of several. */
export const selectedSubresource = (request: S3Request): string | undefined =>
  selectedSubresources(request)[0];

const selectorOf = (request: S3Request) => {
  const { method, key, query, headers } = request;
  const source = method === 'PUT' && headers.has('x-amz-copy-source') ? ' from x-amz-copy-source' : '';
  const selected = selectedSubresources(request).join('&');
  if (selected !== '') return `?${selected}${source}`;
  if (key === '') return query.has('list-type') ? `?list-type=${query.get('list-type')}` : '';
  return query.has('partNumber') ? '?partNumber' : source;
};

/** Returns the route by which S3 selects an operation, such as `GET /bucket?list-type=2` or `PUT /bucket/key`. */
export const routeOf = (request: S3Request): string =>
  `${request.method} ${resourceOf(request)}${selectorOf(request)}`;

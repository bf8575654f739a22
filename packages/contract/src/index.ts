export { accountOperations, getMe, type Me, meSchema, signOutEverywhere } from './account.ts';
export { documentationPaths } from './documentation-paths.ts';
export {
  type ErrorCode,
  errorCodes,
  type FieldError,
  fieldErrorSchema,
  type Problem,
  problemSchema,
} from './errors.ts';
export { fileNameSchema, maximumFileNameBytes } from './file-name.ts';
export {
  type Disposition,
  type Download,
  deleteItem,
  dispositionSchema,
  downloadItem,
  downloadQuerySchema,
  downloadSchema,
  fileOperations,
  getItem,
  type Item,
  type ItemPage,
  type ItemView,
  itemPageSchema,
  itemParamsSchema,
  itemSchema,
  itemViewSchema,
  listItems,
  listItemsQuerySchema,
  restoreItem,
  trashItem,
  type UpdateItem,
  updateItem,
  updateItemSchema,
} from './files.ts';
export { type GatewayRoute, gatewayRoutes } from './gateway-routes.ts';
export {
  type CreatedLink,
  type CreateLink,
  createdLinkSchema,
  createLink,
  createLinkSchema,
  downloadLink,
  downloadLinkSchema,
  type Link,
  type LinkList,
  linkListSchema,
  linkOperations,
  linkSchema,
  linkSecretSchema,
  listLinks,
  type OpenedLink,
  openedLinkSchema,
  openLink,
  openLinkSchema,
  revokeLink,
} from './links.ts';
export { inlineMediaTypes, isInlineMediaType } from './media-types.ts';
export {
  apiBasePath,
  type Operation,
  type OperationInput,
  type OperationRequest,
  type OperationResponse,
} from './operation.ts';
export { problemsOf } from './operation-problems.ts';
export { operations, operationsByFeature } from './operations.ts';
export {
  type ItemAction,
  isAllowed,
  type Permissions,
  permissions,
  type Role,
  roleSchema,
  roles,
  rolesAllowing,
} from './permissions.ts';
export {
  bytesSchema,
  emailSchema,
  idSchema,
  instantSchema,
  maximumPageSize,
  sha256Schema,
  userIdSchema,
} from './primitives.ts';
export { type ProblemResponse, problemResponses } from './problem-responses.ts';
export {
  type Grant,
  type GrantList,
  type GrantRole,
  grantListSchema,
  grantRoleSchema,
  grantSchema,
  listGrants,
  type PutGrant,
  putGrant,
  putGrantSchema,
  revokeGrant,
  shareOperations,
} from './shares.ts';
export {
  findIdentityProvider,
  type IdentityProvider,
  identityProviderNames,
  identityProviderSchema,
  passwordPolicy,
  requiredScope,
  signInScopes,
  tokenLifetimes,
} from './sign-in.ts';
export {
  cancelUpload,
  completeUpload,
  getUpload,
  listUploads,
  maximumFileBytes,
  maximumPartsPerRequest,
  mediaTypeSchema,
  partNumberSchema,
  type SignedParts,
  type SignParts,
  type StartUpload,
  signedPartsSchema,
  signParts,
  signPartsSchema,
  startUpload,
  startUploadSchema,
  type Upload,
  type UploadList,
  type UploadStatus,
  uploadListSchema,
  uploadOperations,
  uploadSchema,
  uploadStateSchema,
  uploadStatusSchema,
} from './uploads.ts';
export { webPaths } from './web-paths.ts';

export { type Me, meSchema } from './account.ts';
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
  dispositionSchema,
  downloadQuerySchema,
  downloadSchema,
  type Item,
  type ItemPage,
  type ItemView,
  itemPageSchema,
  itemSchema,
  itemViewSchema,
  listItemsQuerySchema,
  type RenameItem,
  type Role,
  renameItemSchema,
  roleSchema,
} from './files.ts';
export { type GatewayRoute, gatewayRoutes, requiredScope } from './gateway-routes.ts';
export {
  type CreatedLink,
  type CreateLink,
  createdLinkSchema,
  createLinkSchema,
  downloadLinkSchema,
  type Link,
  type LinkList,
  linkListSchema,
  linkSchema,
  linkSecretSchema,
  type OpenedLink,
  openedLinkSchema,
  openLinkSchema,
} from './links.ts';
export { inlineMediaTypes, isInlineMediaType } from './media-types.ts';
export {
  bytesSchema,
  emailSchema,
  idSchema,
  instantSchema,
  maximumPageSize,
  sha256Schema,
  userIdSchema,
} from './primitives.ts';
export {
  type Grant,
  type GrantList,
  type GrantRole,
  grantListSchema,
  grantRoleSchema,
  grantSchema,
  type PutGrant,
  putGrantSchema,
} from './shares.ts';
export {
  maximumFileBytes,
  maximumPartsPerRequest,
  mediaTypeSchema,
  partNumberSchema,
  type SignedParts,
  type SignParts,
  type StartUpload,
  signedPartsSchema,
  signPartsSchema,
  startUploadSchema,
  type Upload,
  type UploadList,
  type UploadStatus,
  uploadListSchema,
  uploadSchema,
  uploadStateSchema,
  uploadStatusSchema,
} from './uploads.ts';

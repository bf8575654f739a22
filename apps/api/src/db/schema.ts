import type { GrantRole } from '@share-my-files/contract';
import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
const bytes = (name: string) => bigint(name, { mode: 'number' });
const createdAt = () => instant('created_at').notNull().defaultNow();

export const users = pgTable(
  'users',
  {
    /** The Cognito `sub`: unlike an email address, it is never reassigned. */
    id: uuid('id').primaryKey(),
    email: text('email').notNull(),
    emailVerified: boolean('email_verified').notNull(),
    name: text('name').notNull(),
    /** When the user last ended sessions: those confirmed before have to be confirmed again. */
    sessionsChangedAt: instant('sessions_changed_at'),
    /** When the user began to delete the account: from then on every request is rejected. */
    deletingAt: instant('deleting_at'),
    /** When the API noticed that the user is disabled at Cognito, or gone: links and shares do not work. */
    disabledAt: instant('disabled_at'),
    /** When the API last began to ask Cognito for that. */
    statusCheckedAt: instant('status_checked_at'),
    quotaBytes: bytes('quota_bytes').notNull(),
    usedBytes: bytes('used_bytes').notNull().default(0),
    reservedBytes: bytes('reserved_bytes').notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [index('users_email_index').on(table.email), index('users_deleting_index').on(table.deletingAt)],
);

/** Sign-ins that Cognito has confirmed. */
export const sessions = pgTable(
  'sessions',
  {
    /** The claim `origin_jti`, which all tokens of a sign-in share. */
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** When Cognito was asked, by the database's clock. */
    confirmedAt: instant('confirmed_at').notNull(),
  },
  (table) => [
    index('sessions_user_index').on(table.userId),
    index('sessions_confirmed_index').on(table.confirmedAt),
  ],
);

/** Codes that replace a lost authenticator app, each once. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** SHA-256 of user and code; no slow hash, because 80 random bits cannot be guessed. */
    codeHash: text('code_hash').notNull(),
    createdAt: createdAt(),
    usedAt: instant('used_at'),
    /** When to retry the removal of the authenticator app; null before the use and after the removal. */
    removalDueAt: instant('removal_due_at'),
  },
  (table) => [
    index('recovery_codes_user_index').on(table.userId),
    index('recovery_codes_removal_index').on(table.removalDueAt),
  ],
);

/** Wrong recovery codes of the last hour, to throttle them. */
export const recoveryFailures = pgTable(
  'recovery_failures',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    failedAt: instant('failed_at').notNull().defaultNow(),
  },
  (table) => [index('recovery_failures_user_index').on(table.userId, table.failedAt)],
);

export const items = pgTable(
  'items',
  {
    id: uuid('id').primaryKey(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id),
    /** Null for files of releases without folders; Aurora DSQL cannot add a column with a default. */
    kind: text('kind', { enum: ['file', 'folder'] }),
    /**
     * The folder that contains the item, of the same owner; null at the root. No foreign key, because the folder is
     * deleted step by step: whoever adds to a folder or removes it locks the account of the owner.
     */
    parentId: uuid('parent_id'),
    name: text('name').notNull(),
    /** Hash of folder and name while the item has a place, so that names are unique per folder; else its own id. */
    placeKey: text('place_key'),
    mediaType: text('media_type').notNull(),
    sizeBytes: bytes('size_bytes').notNull(),
    /** S3's composite SHA-256 of the parts; null until the item is ready. */
    checksum: text('checksum'),
    /** No object has the key of a folder. */
    objectKey: text('object_key').notNull().unique(),
    state: text('state', { enum: ['uploading', 'ready', 'deleting'] }).notNull(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    trashedAt: instant('trashed_at'),
  },
  (table) => [
    index('items_owner_index').on(table.ownerId, table.id),
    index('items_parent_index').on(table.ownerId, table.parentId, table.id),
    uniqueIndex('items_place_index').on(table.placeKey),
    index('items_trash_index').on(table.ownerId, table.trashedAt, table.id),
    index('items_state_index').on(table.state, table.updatedAt),
  ],
);

export const uploads = pgTable(
  'uploads',
  {
    id: uuid('id').primaryKey(),
    itemId: uuid('item_id')
      .notNull()
      .unique()
      .references(() => items.id, { onDelete: 'cascade' }),
    /** Who uploads into a folder of somebody else; null is the owner of the item. */
    uploaderId: uuid('uploader_id'),
    /** Whether the complete file replaces one of the same name; null keeps both. */
    nameConflict: text('name_conflict', { enum: ['replace'] }),
    /** S3's UploadId; null until CreateMultipartUpload has answered. */
    multipartUploadId: text('multipart_upload_id'),
    partSizeBytes: bytes('part_size_bytes').notNull(),
    partCount: integer('part_count').notNull(),
    state: text('state', { enum: ['open', 'completing', 'completed', 'aborting'] }).notNull(),
    stateChangedAt: instant('state_changed_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    index('uploads_state_index').on(table.state, table.stateChangedAt),
    index('uploads_uploader_index').on(table.uploaderId, table.id),
  ],
);

export const grants = pgTable(
  'grants',
  {
    id: uuid('id').primaryKey(),
    itemId: uuid('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'cascade' }),
    /** Address that the owner entered; the first user who verifies it becomes the grantee. */
    email: text('email').notNull(),
    granteeId: uuid('grantee_id').references(() => users.id),
    role: text('role').$type<GrantRole>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    unique('grants_item_email_unique').on(table.itemId, table.email),
    index('grants_grantee_index').on(table.granteeId, table.itemId),
    index('grants_email_index').on(table.email),
  ],
);

/** Share notifications of the last day, to throttle them. */
export const shareNotices = pgTable(
  'share_notices',
  {
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id),
    /** No foreign key: the row must outlive the item, so that share-and-delete loops are counted. */
    itemId: uuid('item_id').notNull(),
    email: text('email').notNull(),
    sentAt: instant('sent_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.itemId, table.email] })],
);

export const links = pgTable(
  'links',
  {
    id: uuid('id').primaryKey(),
    itemId: uuid('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'cascade' }),
    /** SHA-256 of the secret; no salt or slow hash, because 256 random bits cannot be guessed. */
    secretHash: text('secret_hash').notNull().unique(),
    downloads: integer('downloads').notNull().default(0),
    createdAt: createdAt(),
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('links_item_index').on(table.itemId)],
);

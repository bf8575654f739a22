import { createAdminAddUserToGroup } from '../actions/admin-add-user-to-group.ts';
import { createAdminConfirmSignUp } from '../actions/admin-confirm-sign-up.ts';
import { createAdminCreateUser } from '../actions/admin-create-user.ts';
import { createAdminDeleteSoftwareToken } from '../actions/admin-delete-software-token.ts';
import { createAdminDeleteUser } from '../actions/admin-delete-user.ts';
import { createAdminDeleteUserAttributes } from '../actions/admin-delete-user-attributes.ts';
import { createAdminDisableUser } from '../actions/admin-disable-user.ts';
import { createAdminEnableUser } from '../actions/admin-enable-user.ts';
import { createAdminGetDevice } from '../actions/admin-get-device.ts';
import { createAdminGetUser } from '../actions/admin-get-user.ts';
import { createAdminListDevices } from '../actions/admin-list-devices.ts';
import { createAdminListGroupsForUser } from '../actions/admin-list-groups-for-user.ts';
import { createAdminListUserAuthEvents } from '../actions/admin-list-user-auth-events.ts';
import { createAdminListUserSessions } from '../actions/admin-list-user-sessions.ts';
import { createAdminRemoveUserFromGroup } from '../actions/admin-remove-user-from-group.ts';
import { createAdminResetUserPassword } from '../actions/admin-reset-user-password.ts';
import { createAdminRevokeUserSession } from '../actions/admin-revoke-user-session.ts';
import { createAdminSetUserMfaPreference } from '../actions/admin-set-user-mfa-preference.ts';
import { createAdminSetUserPassword } from '../actions/admin-set-user-password.ts';
import { createAdminUpdateUserAttributes } from '../actions/admin-update-user-attributes.ts';
import { createAdminUserGlobalSignOut } from '../actions/admin-user-global-sign-out.ts';
import { createCreateGroup } from '../actions/create-group.ts';
import { createDeleteGroup } from '../actions/delete-group.ts';
import { createDescribeIdentityProvider } from '../actions/describe-identity-provider.ts';
import { createDescribeResourceServer } from '../actions/describe-resource-server.ts';
import { createDescribeRiskConfiguration } from '../actions/describe-risk-configuration.ts';
import { createDescribeUserPool } from '../actions/describe-user-pool.ts';
import { createDescribeUserPoolClient } from '../actions/describe-user-pool-client.ts';
import { createDescribeUserPoolDomain } from '../actions/describe-user-pool-domain.ts';
import { createGetGroup } from '../actions/get-group.ts';
import { createGetIdentityProviderByIdentifier } from '../actions/get-identity-provider-by-identifier.ts';
import { createGetLogDeliveryConfiguration } from '../actions/get-log-delivery-configuration.ts';
import { createGetUiCustomization } from '../actions/get-ui-customization.ts';
import { createGetUserPoolClientSessionConfiguration } from '../actions/get-user-pool-client-session-configuration.ts';
import { createGetUserPoolMfaConfig } from '../actions/get-user-pool-mfa-config.ts';
import { createGetUserPoolSessionConfiguration } from '../actions/get-user-pool-session-configuration.ts';
import { createListGroups } from '../actions/list-groups.ts';
import { createListIdentityProviders } from '../actions/list-identity-providers.ts';
import { createListResourceServers } from '../actions/list-resource-servers.ts';
import { createListTagsForResource } from '../actions/list-tags-for-resource.ts';
import { createListUserImportJobs } from '../actions/list-user-import-jobs.ts';
import { createListUserPoolClients } from '../actions/list-user-pool-clients.ts';
import { createListUserPools } from '../actions/list-user-pools.ts';
import { createListUsers } from '../actions/list-users.ts';
import { createListUsersInGroup } from '../actions/list-users-in-group.ts';
import { createSetUserPoolClientSessionConfiguration } from '../actions/set-user-pool-client-session-configuration.ts';
import { createSetUserPoolMfaConfig } from '../actions/set-user-pool-mfa-config.ts';
import { createSetUserPoolSessionConfiguration } from '../actions/set-user-pool-session-configuration.ts';
import { createUpdateGroup } from '../actions/update-group.ts';
import type { Action } from '../aws-json/action.ts';
import type { UserPool } from './user-pool.ts';

/** The actions that only administrators may call, in signed requests. */
export const createAdminActions = (pool: UserPool): Record<string, Action> => ({
  AdminAddUserToGroup: createAdminAddUserToGroup(pool),
  AdminConfirmSignUp: createAdminConfirmSignUp(pool),
  AdminCreateUser: createAdminCreateUser(pool),
  AdminDeleteSoftwareToken: createAdminDeleteSoftwareToken(pool),
  AdminDeleteUser: createAdminDeleteUser(pool),
  AdminDeleteUserAttributes: createAdminDeleteUserAttributes(pool),
  AdminDisableUser: createAdminDisableUser(pool),
  AdminEnableUser: createAdminEnableUser(pool),
  AdminGetDevice: createAdminGetDevice(pool),
  AdminGetUser: createAdminGetUser(pool),
  AdminListDevices: createAdminListDevices(pool),
  AdminListGroupsForUser: createAdminListGroupsForUser(pool),
  AdminListUserAuthEvents: createAdminListUserAuthEvents(pool),
  AdminListUserSessions: createAdminListUserSessions(pool),
  AdminRemoveUserFromGroup: createAdminRemoveUserFromGroup(pool),
  AdminResetUserPassword: createAdminResetUserPassword(pool),
  AdminRevokeUserSession: createAdminRevokeUserSession(pool),
  AdminSetUserMFAPreference: createAdminSetUserMfaPreference(pool),
  AdminSetUserPassword: createAdminSetUserPassword(pool),
  AdminUpdateUserAttributes: createAdminUpdateUserAttributes(pool),
  AdminUserGlobalSignOut: createAdminUserGlobalSignOut(pool),
  CreateGroup: createCreateGroup(pool),
  DeleteGroup: createDeleteGroup(pool),
  DescribeIdentityProvider: createDescribeIdentityProvider(pool),
  DescribeResourceServer: createDescribeResourceServer(pool),
  DescribeRiskConfiguration: createDescribeRiskConfiguration(pool),
  DescribeUserPool: createDescribeUserPool(pool),
  DescribeUserPoolClient: createDescribeUserPoolClient(pool),
  DescribeUserPoolDomain: createDescribeUserPoolDomain(),
  GetGroup: createGetGroup(pool),
  GetIdentityProviderByIdentifier: createGetIdentityProviderByIdentifier(pool),
  GetLogDeliveryConfiguration: createGetLogDeliveryConfiguration(pool),
  GetUICustomization: createGetUiCustomization(pool),
  GetUserPoolClientSessionConfiguration: createGetUserPoolClientSessionConfiguration(pool),
  GetUserPoolMfaConfig: createGetUserPoolMfaConfig(pool),
  GetUserPoolSessionConfiguration: createGetUserPoolSessionConfiguration(pool),
  ListGroups: createListGroups(pool),
  ListIdentityProviders: createListIdentityProviders(pool),
  ListResourceServers: createListResourceServers(pool),
  ListTagsForResource: createListTagsForResource(pool),
  ListUserImportJobs: createListUserImportJobs(pool),
  ListUserPoolClients: createListUserPoolClients(pool),
  ListUserPools: createListUserPools(pool),
  ListUsers: createListUsers(pool),
  ListUsersInGroup: createListUsersInGroup(pool),
  SetUserPoolClientSessionConfiguration: createSetUserPoolClientSessionConfiguration(pool),
  SetUserPoolMfaConfig: createSetUserPoolMfaConfig(pool),
  SetUserPoolSessionConfiguration: createSetUserPoolSessionConfiguration(pool),
  UpdateGroup: createUpdateGroup(pool),
});

import { createHash, randomUUID } from 'node:crypto';
import type { NewDeviceMetadata } from '../sign-in/auth-flow.ts';

const GROUP_KEY_LENGTH = 8;

/**
 * The name that takes the place of the pool's in the SRP exchange of a device. It is no secret, and follows from
 * the device's key, so that nothing has to be kept of devices that are never confirmed.
 */
export const deviceGroupKeyOf = (deviceKey: string): string =>
  `-${createHash('sha256').update(deviceKey).digest('base64url').slice(0, GROUP_KEY_LENGTH)}`;

/** A name for a device that has not signed in before. */
export const createDeviceMetadata = (region: string): NewDeviceMetadata => {
  const DeviceKey = `${region}_${randomUUID()}`;
  return { DeviceKey, DeviceGroupKey: deviceGroupKeyOf(DeviceKey) };
};

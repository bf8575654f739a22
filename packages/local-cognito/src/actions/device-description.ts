import type { UserPool } from '../composition/user-pool.ts';
import type { Device } from '../devices/devices.ts';
import { deviceNotFound } from '../errors.ts';
import { toSeconds } from './user-description.ts';

/** Finds a device of a user; throws ResourceNotFoundException, with the text that clients look for. */
export const readDeviceOf = (
  { devices }: Pick<UserPool, 'devices'>,
  { sub }: { sub: string },
  deviceKey: string,
): Device => {
  const device = devices.find(deviceKey);
  if (device?.sub !== sub) throw deviceNotFound();
  return device;
};

/** A device in replies: the DeviceType of the API model. This server is reached from its own machine only. */
export const toDeviceType = (device: Device) => ({
  DeviceKey: device.deviceKey,
  DeviceAttributes: [
    { Name: 'device_status', Value: 'valid' },
    ...(device.name === null ? [] : [{ Name: 'device_name', Value: device.name }]),
    {
      Name: 'dev:device_remembered_status',
      Value: device.isRemembered ? 'remembered' : 'not_remembered',
    },
    { Name: 'last_ip_used', Value: '127.0.0.1' },
  ],
  DeviceCreateDate: toSeconds(device.createdAt),
  DeviceLastModifiedDate: toSeconds(device.modifiedAt),
  DeviceLastAuthenticatedDate: toSeconds(device.authenticatedAt),
});

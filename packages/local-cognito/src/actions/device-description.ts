import type { Device } from '../devices/devices.ts';
import { toSeconds } from './user-description.ts';

/** Maps a device to the DeviceType of the API model. Clients always connect from 127.0.0.1. */
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

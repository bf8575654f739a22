import { rmSync } from 'node:fs';
import { stack } from './stack.ts';

export default (): void => rmSync(stack().directory, { recursive: true, force: true });

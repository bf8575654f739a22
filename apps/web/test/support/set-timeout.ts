import { configure } from '@testing-library/react';

// Only ends a hanging test: on a busy machine a page can take longer than the default of one second.
configure({ asyncUtilTimeout: 60_000 });

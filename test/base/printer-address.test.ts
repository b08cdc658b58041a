import { expect, it } from 'vitest';
import { isLoopback, readPrinterAddress } from '../../src/base/printer-address.js';

it.each([
  ['ipp://printer.example/ipp/print', 'ipp://printer.example/ipp/print', 'printer.example', 631],
  ['IPPS://Printer.Example', 'ipps://printer.example/ipp/print', 'printer.example', 631],
  ['ipp://printer.example:80/', 'ipp://printer.example:80/ipp/print', 'printer.example', 80],
  ['ipp://[fe80::1]:8631/printers/a%20b', 'ipp://[fe80::1]:8631/printers/a%20b', 'fe80::1', 8631],
  ['ipp://192.0.2.7', 'ipp://192.0.2.7/ipp/print', '192.0.2.7', 631],
])('reads %s', (text, uri, host, port) => {
  expect(readPrinterAddress(text)).toMatchObject({ uri, host, port });
});

it.each([
  ...[
    'http://printer.example/',
    'ipp:printer',
    'ipp://',
    'ipp:///ipp/print',
    'ipp://desk:secret@printer.example/',
  ],
  ...[
    'ipp://printer.example:0/',
    'ipp://printer.example:70000/',
    'ipp://printer.example/a?b',
    'ipp://printer.example/#a',
  ],
  ...['ipp://a b/', 'ipp://printer.example/a b', 'ipp://printer.example\r\nHost: x/', 'ipp://[zz]/', ''],
])('refuses %j', (text) => {
  expect(readPrinterAddress(text)).toBeUndefined();
});

it('knows this machine by its own names', () => {
  expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].every(isLoopback)).toBe(true);
  expect(['127.example', 'localhost.example', '192.0.2.1'].some(isLoopback)).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { answerChallenge, readChallenge } from '../../../src/delivery/print/ipp/authenticate.js';

const offered =
  'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", ' +
  'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';
const credentials = { user: 'Mufasa', password: 'Circle of Life' };
const request = {
  ...{ method: 'GET', path: '/dir/index.html', count: 1 },
  clientNonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
};

describe('the examples of RFC 7616, section 3.9.1', () => {
  it('are answered by SHA-256, the safer of two challenges', () => {
    const challenge = readChallenge(offered)!;
    expect(answerChallenge(challenge, credentials, request)).toContain(
      'response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"',
    );
  });

  it('are answered by MD5', () => {
    const challenge = readChallenge(offered.slice(offered.lastIndexOf('Digest')))!;
    expect(answerChallenge(challenge, credentials, request)).toContain(
      'response="8ca523f5e9506fed4657c9700eebdbec"',
    );
  });
});

it('answers Basic as the example of RFC 7617 does', () => {
  const challenge = readChallenge('Basic realm="WallyWorld"')!;
  expect(answerChallenge(challenge, { user: 'Aladdin', password: 'open sesame' }, request)).toBe(
    'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==',
  );
});

it('takes Digest rather than Basic, and nothing that it does not know', () => {
  expect(readChallenge('Basic realm="a", Digest realm="a", nonce="b", qop="auth"')).toMatchObject({
    scheme: 'digest',
  });
  expect(readChallenge('Negotiate abc==, PeerCred')).toBeUndefined();
  expect(readChallenge('Digest realm="a", nonce="b", qop="auth-int"')).toBeUndefined();
  expect(readChallenge('')).toBeUndefined();
});

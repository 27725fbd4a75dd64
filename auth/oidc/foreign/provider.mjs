// A foreign OpenID provider as the tests of auth/oidc meet one: oidc-provider
// from npm, on loopback, with one invented officer whom it signs in unasked.
//
//   node provider.mjs '{"issuer": URL, "hub": REDIRECT_URI, "keys": JWKS, "audience": API}'
//
// It says "ready" once it listens, and lives until it is ended.
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import Provider from 'oidc-provider'

const { issuer, hub, keys, audience } = JSON.parse(process.argv[2])
const officer = { sub: '7', name: 'Ion Inventat', org: 'carpati', roles: ['ofiter'] }
const signing = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })

const provider = new Provider(issuer, {
  jwks: { keys: [{ ...signing, use: 'sig', alg: 'ES256' }] },
  clients: [
    {
      client_id: 'hub',
      redirect_uris: [hub],
      jwks: keys,
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      id_token_signed_response_alg: 'ES256',
      require_pushed_authorization_requests: true,
    },
    {
      client_id: 'entente-cli',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: ['urn:ietf:params:oauth:grant-type:device_code'],
      response_types: [],
      redirect_uris: [],
      id_token_signed_response_alg: 'ES256',
      dpop_bound_access_tokens: true,
    },
    {
      client_id: 'plates',
      client_secret: 'invented',
      grant_types: ['client_credentials'],
      id_token_signed_response_alg: 'ES256',
      response_types: [],
      redirect_uris: [],
    },
  ],
  pkce: { required: () => true },
  cookies: { keys: ['only on loopback'] },
  claims: { openid: ['sub', 'name', 'org', 'roles'] },
  conformIdTokenClaims: false,
  findAccount: (_, sub) => ({ accountId: sub, claims: () => officer }),
  extraTokenClaims: (_, token) => (token.accountId ? officer : { roles: ['ofiter'] }),
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  ttl: { AccessToken: 600, ClientCredentials: 600 },
  features: {
    devInteractions: { enabled: false },
    pushedAuthorizationRequests: { enabled: true },
    clientCredentials: { enabled: true },
    deviceFlow: { enabled: true },
    dPoP: { enabled: true, nonceSecret: Buffer.alloc(32, 7), requireNonce: () => true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        audience,
        scope: '',
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
})

// interact signs the officer in and grants what is asked, as a person would.
async function interact(request, response) {
  const { prompt, params, session, grantId } = await provider.interactionDetails(request, response)
  if (prompt.name === 'login') {
    await provider.interactionFinished(request, response, { login: { accountId: officer.sub } })
    return
  }
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: session.accountId, clientId: params.client_id })
  const { missingOIDCScope, missingOIDCClaims, missingResourceScopes } = prompt.details
  if (missingOIDCScope) grant.addOIDCScope(missingOIDCScope.join(' '))
  if (missingOIDCClaims) grant.addOIDCClaims(missingOIDCClaims)
  for (const [resource, scopes] of Object.entries(missingResourceScopes ?? {})) {
    grant.addResourceScope(resource, scopes.join(' '))
  }
  const result = { consent: { grantId: await grant.save() } }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true })
}

const answer = provider.callback()
createServer((request, response) => {
  if (!request.url.startsWith('/interaction/')) return answer(request, response)
  interact(request, response).catch((fault) => response.writeHead(500).end(String(fault)))
}).listen(new URL(issuer).port, '127.0.0.1', () => console.log('ready'))

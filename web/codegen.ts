import type { CodegenConfig } from '@graphql-codegen/cli'

// Every document of the UI stands in a .graphql file beside the page that asks
// it. What comes out is committed; `npm run codegen:check` fails when stale.
const config: CodegenConfig = {
  schema: '../schema.graphqls',
  documents: ['src/**/*.graphql'],
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: {
          mode: 'replaceDocumentWithHash',
          hashAlgorithm: 'sha256',
          hashPropertyName: 'documentId',
        },
      },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        avoidOptionals: false,
        scalars: { DateTime: 'string', Date: 'string', Revision: 'string', Cursor: 'string' },
      },
    },
  },
}

export default config

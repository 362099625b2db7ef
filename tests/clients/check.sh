#!/usr/bin/env bash
# Makes clients from the OpenAPI document with NSwag, Kiota and openapi-typescript, compiles them, and asks the service with each; looks at the
# document with Spectral; and calls the tools with the TypeScript SDK of the Model Context Protocol.
#     bash tests/clients/check.sh ADDRESS_OF_A_RUNNING_SERVICE
set -euo pipefail
address=${1:?usage: check.sh http://localhost:5080}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export MSBUILDDISABLENODEREUSE=1 DOTNET_ROLL_FORWARD=LatestMajor KIOTA_TUTORIAL_ENABLED=false

cp -r "$here"/. "$scratch"
cd "$scratch"
npm ci --no-audit --no-fund > npm.log 2>&1 || { cat npm.log; exit 1; }
curl -sf "$address/swagger/v1/swagger.json" -o document.json

npx spectral lint document.json --fail-severity=hint

npx openapi-typescript document.json -o typescript/api.d.ts > /dev/null
npx tsc --strict --noUncheckedIndexedAccess --target es2022 --module nodenext --moduleResolution nodenext --types node --skipLibCheck typescript/client.ts
node typescript/client.js "$address"

node mcp.mjs "$address" "$here/../../README.md"

# project NAME PACKAGES…: a program with packages, apart from the product's own settings.
project() {
  local name=$1; shift
  { echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup><ItemGroup>'
    printf '<PackageReference Include="%s" Version="%s" />' "$@"
    echo '</ItemGroup></Project>'; } > "$name/$name.csproj"
  dotnet build "$name" -c Release -v q -nologo -clp:ErrorsOnly -o "$scratch/out/$name"
  dotnet "$scratch/out/$name/$name.dll" "$address"
}

dotnet tool install NSwag.ConsoleCore --version 14.7.1 --tool-path tools > /dev/null
tools/nswag openapi2csclient /input:document.json /output:nswag/Client.cs /namespace:clients.nswag /className:CalcClient \
  /generateOptionalPropertiesAsNullable:true /generateNullableReferenceTypes:true > /dev/null
project nswag Newtonsoft.Json 13.0.3

dotnet tool install Microsoft.OpenApi.Kiota --version 1.38.0 --tool-path tools > /dev/null
tools/kiota generate -d document.json -l csharp -c CalcClient -n Calc -o kiota/client --exclude-backward-compatible > /dev/null
kiota=()
for part in Abstractions Http.HttpClientLibrary Serialization.Json Serialization.Text Serialization.Form Serialization.Multipart; do kiota+=("Microsoft.Kiota.$part" 2.1.6); done
project kiota "${kiota[@]}"
echo "three clients made, compiled and asked"

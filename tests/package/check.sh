#!/usr/bin/env bash
# Packs the library, looks whether everything is in the package, and uses it from a local feed in a program of its own.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export MSBUILDDISABLENODEREUSE=1

dotnet pack "$here/../../src/Calculus" -c Release -v q -nologo -p:RunAnalyzers=false -o "$scratch/feed"
ls -l "$scratch/feed"
listing() { unzip -l "$scratch/feed/"*."$1" > "$scratch/$1.txt"; }
listing nupkg; listing snupkg
for part in lib/net10.0/Calculus.dll lib/net10.0/Calculus.xml PACKAGE.md; do grep -q " $part\$" "$scratch/nupkg.txt" || { echo "$part is missing" >&2; exit 1; }; done
grep -q ' lib/net10.0/Calculus.pdb$' "$scratch/snupkg.txt" || { echo "the symbols are missing" >&2; exit 1; }

cp "$here/Program.cs" "$scratch"
cat > "$scratch/user.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>
    <RestoreAdditionalProjectSources>$(MSBuildThisFileDirectory)feed</RestoreAdditionalProjectSources>
    <!-- A package of the same version that was used before must not be taken for this one. -->
    <RestorePackagesPath>$(MSBuildThisFileDirectory)packages</RestorePackagesPath>
  </PropertyGroup>
  <ItemGroup><PackageReference Include="CalcApi.Calculus" Version="1.0.0" /></ItemGroup>
</Project>
PROJECT
dotnet build "$scratch/user.csproj" -c Release -v q -nologo -clp:ErrorsOnly -o "$scratch/out"
dotnet "$scratch/out/user.dll"

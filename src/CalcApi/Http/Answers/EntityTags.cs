using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace CalcApi.Http.Answers;

/// <summary>
/// Names of answers by what was asked and by which build: the same question has the same answer, so a client that has it need not be told again
/// (RFC 9110, 8.8.3 and 13.1.2).
/// </summary>
internal static class EntityTags
{
    private static readonly string s_build = Convert.ToHexStringLower(Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToByteArray().AsSpan(0, 4));

    /// <summary>The name of the answer to a question.</summary>
    /// <param name="route">The route.</param>
    /// <param name="question">The question as it is read.</param>
    public static EntityTagHeaderValue Of(string route, ReadOnlySpan<byte> question)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(route));
        hash.AppendData(question);
        return new($"\"{s_build}-{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16))}\"", isWeak: true);
    }

    /// <summary>Whether the client says that it has this answer.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag)
    {
        foreach (var known in request.GetTypedHeaders().IfNoneMatch)
        {
            if (known.Compare(tag, useStrongComparison: false)) return true;
        }

        return false;
    }

    /// <summary>Lets the answer be kept for a while, by the client and by what stands between.</summary>
    public static void Name(HttpResponse response, EntityTagHeaderValue tag)
    {
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "public, max-age=300";
    }
}

namespace CalcApi.Http.Problems;

/// <summary>Every kind of refusal that this service gives.</summary>
public static class ProblemTypes
{
    /// <summary>400: the body is not JSON.</summary>
    public static readonly ProblemType Json = new("json", 400, "The body is not JSON.",
        "The body cannot be read as one JSON value in UTF-8. Comments, trailing commas, a member given twice and nesting beyond the limit are refused too.",
        "Fix the text at the line and column given; every JSON library writes what is accepted here.");

    /// <summary>400: JSON, but not the members and types of this route.</summary>
    public static readonly ProblemType Shape = new("shape", 400, "The request does not have the shape of this route.",
        "A member is missing, unknown here, or of another type than the route takes.",
        "Compare the request with the route's schema at /swagger; 'errors' names each member to fix.");

    /// <summary>422: the definition cannot be read as a function.</summary>
    public static readonly ProblemType Formula = new("formula", 422, "The function cannot be read.",
        "The text in 'function' breaks the function language: a syntax error, an unknown name, or something that has no meaning.",
        "'position' gives the characters to blame as offsets into 'function'; 'hint' proposes a repair where one is likely.");

    /// <summary>422: a value that the function or the route does not allow.</summary>
    public static readonly ProblemType Value = new("value", 422, "A value is not allowed here.",
        "The request is well formed, but a value has no meaning for this function: a name it does not have, a missing coordinate, a number outside the range.",
        "'errors' names each value to change and what is allowed.");

    /// <summary>422: something this version does not do.</summary>
    public static readonly ProblemType NotSupported = new("not-supported", 422, "This version of the service does not support that.",
        "The request asks for something that is known but that this version does not offer.",
        "Leave out the members that 'errors' names. The document at /swagger shows what is offered.");

    /// <summary>422: more than a limit allows.</summary>
    public static readonly ProblemType Limit = new("limit", 422, "The request exceeds a limit.",
        "The request asks for more than one request may have. 'limit' is the name of the limit, 'maximum' its value and 'value' what was asked for, where that is known.",
        "Ask for less: fewer points or steps, a shorter or shallower function. GET /api/v1/limits shows every limit.");

    /// <summary>404: there is nothing at this address.</summary>
    public static readonly ProblemType NotFound = new("not-found", 404, "There is nothing at this address.",
        "No route and no file of the page has this address.", "The document at /swagger lists the routes.");

    /// <summary>405: the address exists, the method does not.</summary>
    public static readonly ProblemType Method = new("method", 405, "This address does not take that method.",
        "Questions are asked by POST, quick ones by GET too; the catalogue, the limits and the explanations of problems are read by GET.",
        "Use a method that the Allow header names.");

    /// <summary>408: the body came too slowly.</summary>
    public static readonly ProblemType Timeout = new("timeout", 408, "The request took too long to arrive.",
        "The body was sent more slowly than the service waits for.", "Send the request again over a better connection.");

    /// <summary>409: it contradicts what there is.</summary>
    public static readonly ProblemType Conflict = new("conflict", 409, "The request contradicts what there is.",
        "An Idempotency-Key was used before with another body, or the result of a run was asked for that is not over or was cancelled.",
        "Take another key, or ask for the result once the run is done.");

    /// <summary>410: what was kept cannot be read.</summary>
    public static readonly ProblemType Unreadable = new("unreadable", 410, "What was kept of the run cannot be read.",
        "What was kept of the run is damaged, or another version of the service wrote it. The run cannot go on, and what came of it is lost.",
        "Begin the run anew, with another Idempotency-Key or none.");

    /// <summary>413: the body is too long.</summary>
    public static readonly ProblemType BodyTooLarge = new("body-too-large", 413, "The body is too long.",
        "The body has more bytes than one request may have.", "Ask in several requests. GET /api/v1/limits shows the maximum as 'bodyBytes'.");

    /// <summary>414: the query is too long.</summary>
    public static readonly ProblemType AddressTooLong = new("address-too-long", 414, "The address is too long.",
        "The query of the address has more characters than one may have.", "Ask the same question by POST, as JSON.");

    /// <summary>415: not plain JSON in UTF-8.</summary>
    public static readonly ProblemType MediaType = new("media-type", 415, "The body must be plain JSON in UTF-8.",
        "The body's content type is not application/json, its charset is not utf-8, or it is compressed.",
        "Send 'Content-Type: application/json' and no Content-Encoding.");

    /// <summary>429: too many requests from one address.</summary>
    public static readonly ProblemType TooManyRequests = new("too-many-requests", 429, "Too many requests from this address.",
        "One address may send a burst of requests and then a steady number each second, and may have so much time spent on them each minute.",
        "Wait as many seconds as Retry-After says.");

    /// <summary>503: the request would have to wait too long.</summary>
    public static readonly ProblemType Busy = new("busy", 503, "The service is busy.",
        "More is asked than the service can compute, and this request would have had to wait too long. Nothing is wrong with the request.",
        "Send the same request again after as many seconds as Retry-After says; retryAfterMilliseconds says it more finely.");

    /// <summary>400: HTTP that the server cannot accept.</summary>
    public static readonly ProblemType BadRequest = new("bad-request", 400, "The request cannot be read.",
        "The request breaks the rules of HTTP.", "Use an ordinary HTTP client.");

    /// <summary>403: a page of another site asks for what it may not.</summary>
    public static readonly ProblemType Origin = new("origin", 403, "Pages of other sites may not ask this.",
        "The header Origin names a site that is not this service. Assistants send none; browsers send it for the pages that they show.",
        "Ask from a program, or from a page of this service.");

    /// <summary>400: a host that the service does not go by.</summary>
    public static readonly ProblemType Host = new("host", 400, "This is no name of this service.",
        "The header Host has a name that the operator has not given to this service. A page could have sent a browser here under a name of its own.",
        "Use the service's own name. Its operator sets it by Mcp:Hosts.");

    /// <summary>500: an error of the service.</summary>
    public static readonly ProblemType Internal = new("internal", 500, "The service made a mistake.",
        "This is an error in the service, not in the request. It has been written to the service's log.",
        "Asking again will not help until the error is fixed.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        BadRequest, Json, Shape, Formula, Value, NotSupported, Limit, NotFound, Method, Timeout, Conflict, Unreadable, BodyTooLarge, AddressTooLong, MediaType,
        TooManyRequests, Busy, Origin, Host, Internal,
    ];

    /// <summary>The type for a status that came without a body.</summary>
    public static ProblemType OfStatus(int status) =>
        All.FirstOrDefault(type => type.Status == status) ?? (status < 500 ? BadRequest : Internal);
}

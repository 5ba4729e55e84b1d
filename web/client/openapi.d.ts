/** Made by `npm run generate` from the OpenAPI document of the routes. Never edited by hand. */
export interface paths {
    "/api/v1/units/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One unit with its ancestors (city first) and its institutions */
        get: operations["getUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units below a parent, or units whose name or code matches a text, at most 100 */
        get: operations["listUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{taskCode}/handling-items/{handlingItem}/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The materials list for these answers */
        post: operations["checkSituation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{taskCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item, whole: the guide (办事指南) with situations, materials and form */
        get: operations["getItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items found by plain words, pinyin or initials, by life event or kind of applicant; all of them without a text */
        get: operations["searchItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Staff, by name, at most 200, found by text (name or login) or institution */
        get: operations["listStaff"];
        put?: never;
        /** Makes a staff member with posts; answers a first password shown once */
        post: operations["appointStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-ins/{signInId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a session with the one-time code; kind is newcomer where the phone belongs to nobody yet */
        post: operations["confirmSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A newcomer gives name and number once; refused where the number belongs to somebody with another phone (people.claim_at_window) */
        post: operations["declareIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/first-start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the first administrator with the one-time link printed at the first start */
        post: operations["firstStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is calling, and with which posts */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parties/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Judges a number and finds whose it is; the answer never holds more than masked particulars */
        post: operations["identifyParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** At the window: registers the person or firm standing there after seeing the document, or confirms one already known */
        post: operations["registerParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a one-time code to a phone (answers the same whether the phone is known or not) */
        post: operations["requestSignInCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the session */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a staff session with login and password */
        post: operations["staffSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 受理: the file is complete; the statutory and promised clocks start */
        post: operations["acceptMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/links/{linkId}/approve-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A second person agrees with the proposed decision */
        post: operations["approveDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/proposals/{proposalId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second person approves; the limits move now */
        post: operations["approveLimitAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draftId}/materials/{materialCode}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds one file to a material (multipart field "file"); judged by content, size and active parts */
        post: operations["attachFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draftId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is missing or wrong, and what filing would start */
        get: operations["checkDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/links/{linkId}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An officer takes a link */
        post: operations["claimLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/correct-on-spot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 当场更正 at the window, before acceptance: new materials or a changed form; the notice clock runs on */
        post: operations["correctOnSpot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/deliver-result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 送达: the result was handed over at a counter or by courier (words: to whom, or the tracking number) */
        post: operations["deliverResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draftId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throws a draft away */
        post: operations["discardDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draftId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Files the draft: from here on it is a matter (the same id). Filing twice answers the same receipt */
        post: operations["fileDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Files a whole application in one call, without a draft */
        post: operations["fileMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One draft */
        get: operations["getDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draftId}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a draft */
        get: operations["getDraftFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole file */
        get: operations["getMatter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of the matter; reading is recorded */
        get: operations["getMatterFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/papers/{paper}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A paper of the matter as PDF */
        get: operations["getPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Steps and dates of a matter for receipt number + check code; unknown and wrong answer alike */
        get: operations["getProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for the caller's posts, most urgent first, at most 200: to accept (windows), links to claim or claimed (officers), to approve (approvers) */
        get: operations["getWorklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/hand-in-deferred": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 容缺补交: materials that were to come later (files attached before by supplementFile) */
        post: operations["handInDeferred"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My unfinished applications, newest first, at most 50 */
        get: operations["listDrafts"];
        put?: never;
        /** Begins an application; at a window with the person standing there (partyId) and the hall */
        post: operations["openDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My matters, newest first, at most 100 */
        get: operations["myMatters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the city told me, newest first, at most 100 */
        get: operations["myMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/links/{linkId}/propose-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grant or refuse; final where the process asks for no second person */
        post: operations["proposeDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/propose-limit-act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes a special procedure, its prolongation or end, or an extension; nothing moves until a second person approves */
        post: operations["proposeLimitAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/links/{linkId}/record-finding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a review, visit or inspection with a finding and an opinion */
        post: operations["recordFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/refuse-acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予受理, with the ground */
        post: operations["refuseAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/proposals/{proposalId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second person does not approve; the limits stay */
        post: operations["rejectLimitAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/links/{linkId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a claimed link back to its post */
        post: operations["releaseLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draftId}/materials/{materialCode}/files/{fileId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a file off a material */
        post: operations["removeFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/request-correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 一次性告知: says once everything that is missing or wrong */
        post: operations["requestCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/links/{linkId}/return-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A second person sends the proposal back with a reason */
        post: operations["returnDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draftId}/save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps what was typed, complete or not; unknown fields are refused. A version that is not the present one is refused with drafts.changed_elsewhere */
        post: operations["saveDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Uploads one file for a supplement (multipart field "file") */
        post: operations["supplementFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/supplement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补正: answers the correction notice with a new form and new materials (files attached before by supplementFile) */
        post: operations["supplementMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/terminate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退件: the correction notice was not answered within its deadline */
        post: operations["terminateMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/results/{resultNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a result paper is genuine: number + check code; no personal data but the masked holder */
        get: operations["verifyResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回 by the applicant, before a decision */
        post: operations["withdrawMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/changes/{changeId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A second administrator agrees: the new calendar stands at once */
        post: operations["approveCalendarChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/check-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a change would do, or everything that is wrong with it; keeps nothing */
        post: operations["checkCalendarChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/changes/{changeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One change with its effect and both persons */
        get: operations["getCalendarChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the calendar reaches, and what an administrator must see to */
        get: operations["getCalendarHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The days of a year that differ from the plain week, each with its reason and its notice */
        get: operations["getCalendarYear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of the calendar, newest first, at most 200 */
        get: operations["listCalendarChanges"];
        put?: never;
        /** Puts a change before a second administrator */
        post: operations["proposeCalendarChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/read-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a pasted notice into days, each checked against what the text says of it; keeps nothing */
        post: operations["readCalendarNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/changes/{changeId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A second administrator says no, with the reason */
        post: operations["rejectCalendarChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/changes/{changeId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The proposer takes a proposal back */
        post: operations["withdrawCalendarChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/law": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every pack of limits and of supervision rules that is or was in force, the newest first, each entry with its source and whether somebody has read it there */
        get: operations["getLaw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/halls/{institution}/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What hangs in a hall: the numbers of the day and the newest matters, without anything personal */
        get: operations["hallScreen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办结: the supervisor accepts the reply, on a ground */
        post: operations["closeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/back-trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 超时倒查: used time and net delay by link, institution and person, for staff who may read the matter; reading is recorded */
        get: operations["getBackTrace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order with its words, the matter’s dates, who moved its limits, and the back-trace; reading is recorded */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the rules found and opened no order for, and orders not answered in time; the newest first, at most 200 (`total` counts up to 10,000) */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Supervision orders the caller may see, the newest first, at most 200 (`total` counts up to 10,000); `state=running` is open and replied */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/staff-messages/{messageId}/mark-read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks a message of the caller as read; an unknown one is marked by nobody and answered alike */
        post: operations["markStaffMessageRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is yellow or red for the caller now, most urgent first, at most 100: what clerks and officers have in hand or wait for, approvers everything of their institutions; orders that wait for the caller */
        get: operations["myDigest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/staff-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller was told as staff, the newest first, at most 100 */
        get: operations["myStaffMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders on a matter: the applicant learns how many are open and nothing more; staff who may read the matter see rule and state */
        get: operations["ordersOfMatter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复: why it was late and what was done; by an officer, approver or hall manager of the institution */
        post: operations["replyToOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{orderId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回: the reply does not do; the time to reply starts again */
        post: operations["returnOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The overview, the five, running limits, or the matters behind a figure as a workbook, with definitions, who took it and when; recorded as an access. At most 2,000 matters */
        get: operations["exportMeasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/five": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The five hundred-percents of a unit or institution, over months, perhaps of one item or channel: each with numerator, denominator and definition */
        get: operations["getFive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A unit and what is below it (city, districts, streets, communities, institutions): lights, today, thirty days, worst links and items, orders, evaluation */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sunshine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For everybody: matters filed, share in time, median days against the promise, evaluation; no cell below ten */
        get: operations["getSunshine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sunshine.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a table (CSV, UTF-8 with byte order mark), in the language asked for */
        get: operations["getSunshineTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/five/{figure}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The items in force behind a figure or missing from it (one_window, one_net, one_visit) */
        get: operations["listFigureItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/five/{figure}/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The matters behind a figure (side=counted) or missing from it (side=gap, the usual question), newest first, 50 at a time; `after` is the cursor of the page before */
        get: operations["listFigureMatters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Running limits under a unit or institution by light, most urgent first, at most 200; `more` says that there are others */
        get: operations["listRunning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/cases/{caseId}/call-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes down a call-back (回访); after three calls that reached nobody the case may end */
        post: operations["callBackEvaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complains about how my matter is handled; decided within the complaint limit (L-051) */
        post: operations["complain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/cases/{caseId}/decide-appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides an appeal (复核), by another than who raised it: the evaluation stands or is struck out */
        post: operations["decideAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/cases/{caseId}/decide-complaint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers a complaint; the words are the answer its author reads */
        post: operations["decideComplaint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/tablets/{tabletId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the pairing */
        post: operations["endTablet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/evaluations/{event}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Evaluates an event of my matter */
        post: operations["evaluate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link on a paper asks about: item, unit and day, nothing of the person */
        get: operations["getEvaluationByLink"];
        put?: never;
        /** Evaluates without signing in, with the link of a paper */
        post: operations["evaluateByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/by-telephone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes down an evaluation given by telephone */
        post: operations["evaluateByTelephone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Grades of the caller’s institutions in a quarter; nothing where fewer than ten answered */
        get: operations["evaluationFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of a matter that may still be evaluated, for who takes one down by telephone */
        get: operations["eventsOfNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of a case */
        get: operations["getEvaluationCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases the caller may handle, most urgent first, at most 200 */
        get: operations["listEvaluationCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/tablets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tablets I paired that are not ended */
        get: operations["listTablets"];
        put?: never;
        /** A pairing code for the tablet at my window, good for ten minutes and once */
        post: operations["openTablet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{matterId}/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for one of my matters */
        get: operations["matterEvaluations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/cases/{caseId}/mend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what was done about it (整改) */
        post: operations["mendEvaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I may evaluate, what I said, and what became of it */
        get: operations["myEvaluations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/tablets/pair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pairs the tablet that shows the code: its token until the end of the day */
        post: operations["pairTablet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/cases/{caseId}/raise-appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The institution asks that an evaluation be struck out as mistaken or malicious (申诉); once */
        post: operations["raiseAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/cases/{caseId}/show-contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name and telephone of whom to call back; each look is recorded */
        post: operations["showContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/tablets/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The answer of the person at the window, or that the person would rather not */
        post: operations["tabletAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/tablets/now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the tablet shows now: nothing, or the five faces for one event until a moment */
        post: operations["tabletNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/cases/{caseId}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says whether what a bad evaluation tells is so (核实) */
        post: operations["verifyEvaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/changes/{changeId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A second administrator agrees: published now, in force from its day */
        post: operations["approveCatalogueChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/check-process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What of a BPMN file is outside the subset and what is still to be said; keeps nothing */
        post: operations["checkCatalogueProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/items/{taskCode}/district-diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is other between an item in two districts */
        get: operations["diffCatalogueDistricts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/items/{taskCode}/version-diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is other between two versions of an item, field by field */
        get: operations["diffCatalogueVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/changes/{changeId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throws a draft away */
        post: operations["discardCatalogueChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/items/{taskCode}/diff.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A difference as a workbook: of two versions (`from`, `to`), of two districts (`left`, `right`) or of a change (`changeId`) */
        get: operations["exportCatalogueDiff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/items/{taskCode}/diff.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV (RFC 4180) */
        get: operations["exportCatalogueDiffTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/changes/{changeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One change with its problems, what is other than its base, and both persons */
        get: operations["getCatalogueChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/processes/{processId}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of a process as BPMN 2.0 XML */
        get: operations["getCatalogueProcess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/items/{taskCode}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of an item, whole */
        get: operations["getCatalogueVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts and changes, those that wait first, newest first, at most 200 */
        get: operations["listCatalogueChanges"];
        put?: never;
        /** Begins a draft, which its author alone may save */
        post: operations["openCatalogueChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every item in its newest version, also suspended and cancelled ones */
        get: operations["listCatalogueItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every process in its newest version, and the items that follow it */
        get: operations["listCatalogueProcesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/items/{taskCode}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of an item, newest first, the districts’ own values, and its changes */
        get: operations["listCatalogueVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/items/{taskCode}/overridable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a district may set for itself on this item, each with its rule and the item’s own value */
        get: operations["listOverridableFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/changes/{changeId}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a draft before a second administrator; from then on its content stands fast */
        post: operations["proposeCatalogueChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/changes/{changeId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A second administrator says no, with the reason */
        post: operations["rejectCatalogueChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/changes/{changeId}/save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Saves a draft as its next revision; refused where it was saved meanwhile from elsewhere. `rebase`: its author has looked at the newest version and builds on it */
        post: operations["saveCatalogueChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/changes/{changeId}/test-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plays an invented application on the change as it stands; writes nothing */
        post: operations["testRunCatalogueChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-admin/changes/{changeId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The proposer takes a proposal back */
        post: operations["withdrawCatalogueChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/halls/{institution}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for the screen of one hall: its topic alone, for everybody */
        get: operations["hallLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events `changed` (data: LiveChange) about what the caller may see; at most one a second. Who comes back with Last-Event-ID is told `*` first */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unit: {
                            code: string;
                            kind: "city" | "district" | "functional_area" | "street" | "community";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            parent: string | null;
                            virtual: boolean;
                            notAStreet: boolean;
                            validTo: string | null;
                        };
                        ancestors: {
                            code: string;
                            kind: "city" | "district" | "functional_area" | "street" | "community";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            parent: string | null;
                            virtual: boolean;
                            notAStreet: boolean;
                            validTo: string | null;
                        }[];
                        institutions: {
                            code: string;
                            kind: string;
                            unit: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            codeIsOurs: boolean;
                            verified: boolean;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listUnits: {
        parameters: {
            query?: {
                parent?: string;
                text?: string;
                kind?: "city" | "district" | "functional_area" | "street" | "community";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        units: {
                            code: string;
                            kind: "city" | "district" | "functional_area" | "street" | "community";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            parent: string | null;
                            virtual: boolean;
                            notAStreet: boolean;
                            validTo: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    checkSituation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskCode: string;
                handlingItem: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openQuestions: string[];
                        notEligible: {
                            question: string;
                            reason: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        } | null;
                        materials: {
                            material_code: string;
                            material_name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            material_type: "original" | "copy" | "original_and_copy" | "form" | "certificate" | "photo";
                            material_format: ("paper" | "electronic")[];
                            is_need: "required" | "optional" | "deferrable";
                            source_type: "applicant" | "government" | "other";
                            source_explain?: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            issued_by?: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            page_num?: {
                                original: number;
                                copy: number;
                            };
                            fill_explain?: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            accept_stand: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            filled_by_form?: boolean;
                            deferral?: {
                                working_days?: number;
                                consequence: "remind" | "refuse" | "revoke";
                            };
                            promise?: {
                                promise_text: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                check_within_days?: number;
                            };
                            when?: {
                                question: string;
                                any_of: string[];
                                or?: {
                                    question: string;
                                    any_of: string[];
                                }[];
                            }[];
                            for_parts?: {
                                element: string;
                                is_need: "required" | "optional" | "deferrable";
                                accept_stand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                when?: {
                                    question: string;
                                    any_of: string[];
                                    or?: {
                                        question: string;
                                        any_of: string[];
                                    }[];
                                }[];
                            }[];
                        }[];
                        parts?: string[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        item: {
                            catalog_item: {
                                catalog_code: string;
                                code_is_ours: boolean;
                                task_name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                task_type: "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "20";
                                by_law: {
                                    law_name: string;
                                    according_number?: string;
                                    terms_number?: string;
                                    terms_content?: string;
                                }[];
                            };
                            implementation_item: {
                                task_code: string;
                                code_is_ours: boolean;
                                task_version: number;
                                task_state: "in_force" | "suspended" | "cancelled";
                                plan_effective_date: string;
                                dept: {
                                    kind: string;
                                    level: "city" | "district" | "street" | "community";
                                };
                                dept_type: "1" | "2" | "3" | "9";
                                use_level: "1" | "2" | "3" | "4" | "5" | "6" | "7";
                                other_dept: string[];
                                server_type: ("1" | "2" | "3" | "4" | "5" | "6")[];
                                project_type: "1" | "2" | "9";
                                handle_type: ("1" | "2" | "3" | "4" | "9")[];
                                limit_scene_num: number;
                                limit_scene_explain?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                is_online: boolean;
                                is_schedule: boolean;
                                is_pay_online: boolean;
                                is_express: boolean;
                                is_service_terminals: boolean;
                                is_entry_center: boolean;
                                accept_at: ("city" | "district" | "street" | "community")[];
                                area_basis: "residence" | "household_registration" | "business_place" | "site";
                                transact_time?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                link_way?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                supervise_way?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                anticipate_day?: number;
                                anticipate_type: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                anticipate_explain?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                promise_day: number;
                                promise_type: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                promise_explain?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                accept_condition: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                }[];
                                process: string;
                                handle_flow: {
                                    element: string;
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    standard?: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    working_days?: number;
                                }[];
                                special_procedure: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                }[];
                                limit_explain?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                result_name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                result_type: "certificate" | "approval" | "register_entry" | "payment" | "other";
                                result_valid_months?: number;
                                is_fee: boolean;
                                fees: {
                                    fee_name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    amount_fen: number;
                                    fee_stand: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    is_desc: boolean;
                                }[];
                            };
                            handling_items: {
                                task_handle_item: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                questions: {
                                    id: string;
                                    text: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    why?: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    when?: {
                                        question: string;
                                        any_of: string[];
                                        or?: {
                                            question: string;
                                            any_of: string[];
                                        }[];
                                    }[];
                                    options: {
                                        id: string;
                                        text: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        not_eligible?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                    }[];
                                    for_parts?: string[];
                                }[];
                                materials: {
                                    material_code: string;
                                    material_name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    material_type: "original" | "copy" | "original_and_copy" | "form" | "certificate" | "photo";
                                    material_format: ("paper" | "electronic")[];
                                    is_need: "required" | "optional" | "deferrable";
                                    source_type: "applicant" | "government" | "other";
                                    source_explain?: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    issued_by?: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    page_num?: {
                                        original: number;
                                        copy: number;
                                    };
                                    fill_explain?: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    accept_stand: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    filled_by_form?: boolean;
                                    deferral?: {
                                        working_days?: number;
                                        consequence: "remind" | "refuse" | "revoke";
                                    };
                                    promise?: {
                                        promise_text: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        check_within_days?: number;
                                    };
                                    when?: {
                                        question: string;
                                        any_of: string[];
                                        or?: {
                                            question: string;
                                            any_of: string[];
                                        }[];
                                    }[];
                                    for_parts?: {
                                        element: string;
                                        is_need: "required" | "optional" | "deferrable";
                                        accept_stand: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        when?: {
                                            question: string;
                                            any_of: string[];
                                            or?: {
                                                question: string;
                                                any_of: string[];
                                            }[];
                                        }[];
                                    }[];
                                }[];
                                form: {
                                    schema: {
                                        /** @enum {string} */
                                        type: "object";
                                        properties: {
                                            [key: string]: unknown;
                                        };
                                        required?: string[];
                                        allOf?: unknown[];
                                        /** @enum {boolean} */
                                        additionalProperties: false;
                                    };
                                    ui: {
                                        pages: {
                                            id: string;
                                            title: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            why?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            fields: {
                                                name: string;
                                                widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                                label: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                                hint?: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                                options?: {
                                                    [key: string]: {
                                                        "zh-CN": string;
                                                        "zh-HK": string;
                                                        en: string;
                                                    };
                                                };
                                                when?: {
                                                    field: string;
                                                    any_of: (string | boolean)[];
                                                };
                                                for_parts?: {
                                                    element: string;
                                                    required: boolean;
                                                    when?: {
                                                        question: string;
                                                        any_of: string[];
                                                        or?: {
                                                            question: string;
                                                            any_of: string[];
                                                        }[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    };
                                };
                            }[];
                            plain_words: string[];
                            summary: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            life_events: ("birth" | "child" | "study" | "work" | "housing" | "residence" | "marriage_family" | "health" | "disability" | "hardship" | "veteran" | "old_age" | "death" | "start_business" | "run_business" | "animals" | "community_life")[];
                            sources: {
                                [key: string]: {
                                    title: string;
                                    publisher?: string;
                                    url?: string;
                                    read_on: string;
                                };
                            };
                            evidence: {
                                [key: string]: {
                                    source?: string;
                                    verified: boolean;
                                    note?: string;
                                };
                            };
                            bundle?: {
                                parts: {
                                    element: string;
                                    task_code: string;
                                    task_handle_item: string;
                                    after: string[];
                                    required: boolean;
                                    on_refused: "stop" | "go_on";
                                    when?: {
                                        question: string;
                                        any_of: string[];
                                        or?: {
                                            question: string;
                                            any_of: string[];
                                        }[];
                                    }[];
                                    prefix: string;
                                    fields: {
                                        [key: string]: string;
                                    };
                                    materials: {
                                        [key: string]: string;
                                    };
                                    answers: {
                                        [key: string]: string;
                                    };
                                    fixed_answers?: {
                                        [key: string]: string;
                                    };
                                    fixed_fields?: {
                                        [key: string]: string | boolean | number;
                                    };
                                    working_days: number;
                                }[];
                                critical_path: string[];
                            };
                        };
                        facts: {
                            total: number;
                            verified: number;
                        };
                        departmentName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    searchItems: {
        parameters: {
            query?: {
                text?: string;
                lifeEvent?: "birth" | "child" | "study" | "work" | "housing" | "residence" | "marriage_family" | "health" | "disability" | "hardship" | "veteran" | "old_age" | "death" | "start_business" | "run_business" | "animals" | "community_life";
                serverType?: "1" | "2" | "3" | "4" | "5" | "6";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            taskCode: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            summary: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            projectType: "1" | "2" | "9";
                            serverTypes: ("1" | "2" | "3" | "4" | "5" | "6")[];
                            deptKind: string;
                            deptLevel: string;
                            promise: {
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                            };
                            visits: number;
                            online: boolean;
                            lifeEvents: ("birth" | "child" | "study" | "work" | "housing" | "residence" | "marriage_family" | "health" | "disability" | "hardship" | "veteran" | "old_age" | "death" | "start_business" | "run_business" | "animals" | "community_life")[];
                            handlingItems: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            parts?: number;
                        }[];
                        suggestions: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listStaff: {
        parameters: {
            query?: {
                text?: string;
                institution?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staff: {
                            staffId: string;
                            name: string;
                            login: string;
                            posts: {
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unit: string;
                                role: "window_clerk" | "officer" | "approver" | "hall_manager" | "supervisor" | "administrator";
                            }[];
                            active: boolean;
                        }[];
                        total: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    appointStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    login: string;
                    posts: {
                        institution: string;
                        role: "window_clerk" | "officer" | "approver" | "hall_manager" | "supervisor" | "administrator";
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        member: {
                            staffId: string;
                            name: string;
                            login: string;
                            posts: {
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unit: string;
                                role: "window_clerk" | "officer" | "approver" | "hall_manager" | "supervisor" | "administrator";
                            }[];
                            active: boolean;
                        };
                        firstPassword: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    confirmSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signInId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kind: "anonymous" | "newcomer" | "resident" | "staff";
                        name: string | null;
                        party: {
                            partyId: string;
                            subject: "person" | "organisation";
                            numberKind: string;
                            numberMasked: string;
                            nameMasked: string;
                            phoneMasked: string | null;
                            assurance: "self_declared" | "verified_at_window";
                        } | null;
                        staffId: string | null;
                        posts: {
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unit: string;
                            role: "window_clerk" | "officer" | "approver" | "hall_manager" | "supervisor" | "administrator";
                        }[];
                        csrfToken: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    declareIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    number: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kind: "anonymous" | "newcomer" | "resident" | "staff";
                        name: string | null;
                        party: {
                            partyId: string;
                            subject: "person" | "organisation";
                            numberKind: string;
                            numberMasked: string;
                            nameMasked: string;
                            phoneMasked: string | null;
                            assurance: "self_declared" | "verified_at_window";
                        } | null;
                        staffId: string | null;
                        posts: {
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unit: string;
                            role: "window_clerk" | "officer" | "approver" | "hall_manager" | "supervisor" | "administrator";
                        }[];
                        csrfToken: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    firstStart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    name: string;
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kind: "anonymous" | "newcomer" | "resident" | "staff";
                        name: string | null;
                        party: {
                            partyId: string;
                            subject: "person" | "organisation";
                            numberKind: string;
                            numberMasked: string;
                            nameMasked: string;
                            phoneMasked: string | null;
                            assurance: "self_declared" | "verified_at_window";
                        } | null;
                        staffId: string | null;
                        posts: {
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unit: string;
                            role: "window_clerk" | "officer" | "approver" | "hall_manager" | "supervisor" | "administrator";
                        }[];
                        csrfToken: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kind: "anonymous" | "newcomer" | "resident" | "staff";
                        name: string | null;
                        party: {
                            partyId: string;
                            subject: "person" | "organisation";
                            numberKind: string;
                            numberMasked: string;
                            nameMasked: string;
                            phoneMasked: string | null;
                            assurance: "self_declared" | "verified_at_window";
                        } | null;
                        staffId: string | null;
                        posts: {
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unit: string;
                            role: "window_clerk" | "officer" | "approver" | "hall_manager" | "supervisor" | "administrator";
                        }[];
                        csrfToken: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    identifyParty: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    number: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        numberKind: string;
                        subject: "person" | "organisation";
                        numberMasked: string;
                        party: {
                            partyId: string;
                            subject: "person" | "organisation";
                            numberKind: string;
                            numberMasked: string;
                            nameMasked: string;
                            phoneMasked: string | null;
                            assurance: "self_declared" | "verified_at_window";
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    registerParty: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    number: string;
                    name: string;
                    phone?: string;
                    /** @enum {boolean} */
                    documentSeen: true;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        partyId: string;
                        subject: "person" | "organisation";
                        numberKind: string;
                        numberMasked: string;
                        nameMasked: string;
                        phoneMasked: string | null;
                        assurance: "self_declared" | "verified_at_window";
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    requestSignInCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone: string;
                    language: "zh-CN" | "zh-HK" | "en";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signInId: string;
                        phoneMasked: string;
                        expiresAt: string;
                        resendAfterSeconds: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    staffSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kind: "anonymous" | "newcomer" | "resident" | "staff";
                        name: string | null;
                        party: {
                            partyId: string;
                            subject: "person" | "organisation";
                            numberKind: string;
                            numberMasked: string;
                            nameMasked: string;
                            phoneMasked: string | null;
                            assurance: "self_declared" | "verified_at_window";
                        } | null;
                        staffId: string | null;
                        posts: {
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unit: string;
                            role: "window_clerk" | "officer" | "approver" | "hall_manager" | "supervisor" | "administrator";
                        }[];
                        csrfToken: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    acceptMatter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    approveDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    opinion: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    approveLimitAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    attachFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
                materialCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draftId: string;
                        version: number;
                        taskCode: string;
                        handlingItem: string;
                        itemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        handlingItemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        channel: "online" | "window";
                        party: {
                            partyId: string;
                            subject: "person" | "organisation";
                            numberKind: string;
                            numberMasked: string;
                            nameMasked: string;
                            phoneMasked: string | null;
                            assurance: "self_declared" | "verified_at_window";
                        } | null;
                        organisation: {
                            creditCode: string;
                            name: string;
                        } | null;
                        areaUnit: string | null;
                        answers: {
                            [key: string]: string;
                        };
                        form: {
                            [key: string]: unknown;
                        };
                        materials: {
                            materialCode: string;
                            form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form";
                            files: {
                                fileId: string;
                                name: string;
                                mediaType: string;
                                sizeBytes: number;
                            }[];
                        }[];
                        savedAt: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    checkDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        problems: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        requiredMaterials: {
                            material_code: string;
                            material_name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            material_type: "original" | "copy" | "original_and_copy" | "form" | "certificate" | "photo";
                            material_format: ("paper" | "electronic")[];
                            is_need: "required" | "optional" | "deferrable";
                            source_type: "applicant" | "government" | "other";
                            source_explain?: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            issued_by?: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            page_num?: {
                                original: number;
                                copy: number;
                            };
                            fill_explain?: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            accept_stand: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            filled_by_form?: boolean;
                            deferral?: {
                                working_days?: number;
                                consequence: "remind" | "refuse" | "revoke";
                            };
                            promise?: {
                                promise_text: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                check_within_days?: number;
                            };
                            when?: {
                                question: string;
                                any_of: string[];
                                or?: {
                                    question: string;
                                    any_of: string[];
                                }[];
                            }[];
                            for_parts?: {
                                element: string;
                                is_need: "required" | "optional" | "deferrable";
                                accept_stand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                when?: {
                                    question: string;
                                    any_of: string[];
                                    or?: {
                                        question: string;
                                        any_of: string[];
                                    }[];
                                }[];
                            }[];
                        }[];
                        handlingUnitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        } | null;
                        acceptingUnitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        } | null;
                        promised: {
                            limitId: string;
                            limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                            startedAt: string;
                            dueOn: string;
                            dueAt: string;
                            remaining: number | null;
                            light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                            pausedUntil: string | null;
                            endedAt: string | null;
                            provisional: boolean;
                            explanation: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    claimLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    correctOnSpot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    form: {
                        [key: string]: unknown;
                    };
                    materials: {
                        materialCode: string;
                        form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form";
                        files: {
                            fileId: string;
                            name: string;
                            mediaType: string;
                            sizeBytes: number;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    deliverResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    how: "counter" | "courier";
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    discardDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    fileDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matterId: string;
                        number: string;
                        checkCode: string;
                        receivedAt: string;
                        status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                        acceptingUnitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        dues: {
                            limitId: string;
                            limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                            startedAt: string;
                            dueOn: string;
                            dueAt: string;
                            remaining: number | null;
                            light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                            pausedUntil: string | null;
                            endedAt: string | null;
                            provisional: boolean;
                            explanation: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
                        progressPath: string;
                        factHash: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    fileMatter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    taskCode: string;
                    handlingItem: string;
                    partyId?: string;
                    hall?: string;
                    organisation?: {
                        creditCode: string;
                        name: string;
                    } | null;
                    areaUnit: string;
                    answers: {
                        [key: string]: string;
                    };
                    form: {
                        [key: string]: unknown;
                    };
                    materials: {
                        materialCode: string;
                        form: "seen_at_window" | "from_city" | "deferred";
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matterId: string;
                        number: string;
                        checkCode: string;
                        receivedAt: string;
                        status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                        acceptingUnitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        dues: {
                            limitId: string;
                            limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                            startedAt: string;
                            dueOn: string;
                            dueAt: string;
                            remaining: number | null;
                            light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                            pausedUntil: string | null;
                            endedAt: string | null;
                            provisional: boolean;
                            explanation: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
                        progressPath: string;
                        factHash: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draftId: string;
                        version: number;
                        taskCode: string;
                        handlingItem: string;
                        itemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        handlingItemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        channel: "online" | "window";
                        party: {
                            partyId: string;
                            subject: "person" | "organisation";
                            numberKind: string;
                            numberMasked: string;
                            nameMasked: string;
                            phoneMasked: string | null;
                            assurance: "self_declared" | "verified_at_window";
                        } | null;
                        organisation: {
                            creditCode: string;
                            name: string;
                        } | null;
                        areaUnit: string | null;
                        answers: {
                            [key: string]: string;
                        };
                        form: {
                            [key: string]: unknown;
                        };
                        materials: {
                            materialCode: string;
                            form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form";
                            files: {
                                fileId: string;
                                name: string;
                                mediaType: string;
                                sizeBytes: number;
                            }[];
                        }[];
                        savedAt: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getDraftFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getMatter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matterId: string;
                        number: string;
                        checkCode: string | null;
                        status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                        channel: "online" | "window";
                        taskCode: string;
                        handlingItem: string;
                        itemVersion: number;
                        itemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        handlingItemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        receivedAt: string;
                        acceptedAt: string | null;
                        deemed: boolean;
                        completedAt: string | null;
                        outcome: ("granted" | "refused") | null;
                        resultNumber: string | null;
                        delivery: ("electronic" | "in_person") | null;
                        deliveredAt: string | null;
                        party: {
                            partyId: string;
                            subject: "person" | "organisation";
                            numberKind: string;
                            numberMasked: string;
                            nameMasked: string;
                            phoneMasked: string | null;
                            assurance: "self_declared" | "verified_at_window";
                        };
                        organisation: {
                            partyId: string;
                            subject: "person" | "organisation";
                            numberKind: string;
                            numberMasked: string;
                            nameMasked: string;
                            phoneMasked: string | null;
                            assurance: "self_declared" | "verified_at_window";
                        } | null;
                        areaUnit: string;
                        areaName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        acceptingUnitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        handlingUnitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        } | null;
                        answers: {
                            [key: string]: string;
                        };
                        form: {
                            [key: string]: unknown;
                        };
                        formDefinition: {
                            schema: {
                                /** @enum {string} */
                                type: "object";
                                properties: {
                                    [key: string]: unknown;
                                };
                                required?: string[];
                                allOf?: unknown[];
                                /** @enum {boolean} */
                                additionalProperties: false;
                            };
                            ui: {
                                pages: {
                                    id: string;
                                    title: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    why?: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    fields: {
                                        name: string;
                                        widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                        label: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        hint?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        options?: {
                                            [key: string]: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                        };
                                        when?: {
                                            field: string;
                                            any_of: (string | boolean)[];
                                        };
                                        for_parts?: {
                                            element: string;
                                            required: boolean;
                                            when?: {
                                                question: string;
                                                any_of: string[];
                                                or?: {
                                                    question: string;
                                                    any_of: string[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                }[];
                            };
                        };
                        materials: {
                            materialCode: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptStand: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            isNeed: string;
                            form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                            grade: ("A" | "B" | "C" | "D") | null;
                            files: {
                                fileId: string;
                                name: string;
                                mediaType: string;
                                sizeBytes: number;
                            }[];
                        }[];
                        defects: {
                            about: string;
                            code: string;
                            fault: string;
                            words: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            standard: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                        }[];
                        grounds: string[];
                        steps: {
                            code: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            state: "done" | "now" | "next" | "stopped";
                            startedAt: string | null;
                            doneAt: string | null;
                            due: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            outcome: string | null;
                        }[];
                        links: {
                            linkId: string;
                            element: string;
                            kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            standard: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            post: string;
                            openedAt: string;
                            doneAt: string | null;
                            claimedBy: {
                                staffId: string;
                                name: string;
                            } | null;
                            action: string | null;
                            opinion: string | null;
                            due: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                        }[];
                        dues: {
                            limitId: string;
                            limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                            startedAt: string;
                            dueOn: string;
                            dueAt: string;
                            remaining: number | null;
                            light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                            pausedUntil: string | null;
                            endedAt: string | null;
                            provisional: boolean;
                            explanation: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            strip: {
                                day: string;
                                to: string;
                                days: number;
                                weekends: number;
                                state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                pauseId: string | null;
                                n: number | null;
                                due: boolean;
                            }[];
                        }[];
                        proposals: {
                            proposalId: string;
                            type: "special" | "prolong" | "end" | "extend";
                            ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                            document: string;
                            workingDays: number | null;
                            pauseId: string | null;
                            words: string;
                            proposedAt: string;
                            proposedByName: string;
                            proposedByUnit: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            outcome: "open" | "approved" | "rejected";
                            decidedAt: string | null;
                            decidedByName: string;
                            decidedByUnit: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            decisionWords: string;
                            mayDecide: boolean;
                        }[];
                        nameable: {
                            materials: string[];
                            fields: string[];
                        } | null;
                        history: {
                            seq: number;
                            kind: string;
                            at: string;
                            byName: string;
                            byUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            params: {
                                [key: string]: string | number;
                            };
                            words: string | null;
                            hash: string;
                        }[];
                        papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                        allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                        seq: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getMatterFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getPaper: {
        parameters: {
            query?: {
                language?: "zh-CN" | "zh-HK" | "en";
                proposal?: string;
            };
            header?: never;
            path: {
                matterId: string;
                paper: "receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getProgress: {
        parameters: {
            query: {
                number: string;
                code: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: string;
                        itemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                        receivedAt: string;
                        acceptingUnitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        handlingUnitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        } | null;
                        steps: {
                            code: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            state: "done" | "now" | "next" | "stopped";
                            startedAt: string | null;
                            doneAt: string | null;
                            due: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            outcome: string | null;
                        }[];
                        dues: {
                            limitId: string;
                            limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                            startedAt: string;
                            dueOn: string;
                            dueAt: string;
                            remaining: number | null;
                            light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                            pausedUntil: string | null;
                            endedAt: string | null;
                            provisional: boolean;
                            explanation: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            strip: {
                                day: string;
                                to: string;
                                days: number;
                                weekends: number;
                                state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                pauseId: string | null;
                                n: number | null;
                                due: boolean;
                            }[];
                        }[];
                        outcome: ("granted" | "refused") | null;
                        completedAt: string | null;
                        deemed: boolean;
                        proposals: {
                            proposalId: string;
                            type: "special" | "prolong" | "end" | "extend";
                            ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                            document: string;
                            workingDays: number | null;
                            pauseId: string | null;
                            words: string;
                            proposedAt: string;
                            proposedByName: string;
                            proposedByUnit: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            outcome: "open" | "approved" | "rejected";
                            decidedAt: string | null;
                            decidedByName: string;
                            decidedByUnit: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            decisionWords: string;
                            mayDecide: boolean;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getWorklist: {
        parameters: {
            query?: {
                view?: "open" | "mine" | "done";
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            matterId: string;
                            number: string;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            applicantMasked: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            channel: "online" | "window";
                            receivedAt: string;
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            linkId: string | null;
                            linkName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            claimedByMe: boolean;
                            claimedByName: string | null;
                            due: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            matterDue: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            outcome: ("granted" | "refused") | null;
                        }[];
                        total: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    handInDeferred: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    materials: {
                        materialCode: string;
                        form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form";
                        files: {
                            fileId: string;
                            name: string;
                            mediaType: string;
                            sizeBytes: number;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drafts: {
                            draftId: string;
                            version: number;
                            taskCode: string;
                            handlingItem: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            channel: "online" | "window";
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            organisation: {
                                creditCode: string;
                                name: string;
                            } | null;
                            areaUnit: string | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            materials: {
                                materialCode: string;
                                form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form";
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            savedAt: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    openDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    taskCode: string;
                    handlingItem: string;
                    partyId?: string;
                    hall?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draftId: string;
                        version: number;
                        taskCode: string;
                        handlingItem: string;
                        itemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        handlingItemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        channel: "online" | "window";
                        party: {
                            partyId: string;
                            subject: "person" | "organisation";
                            numberKind: string;
                            numberMasked: string;
                            nameMasked: string;
                            phoneMasked: string | null;
                            assurance: "self_declared" | "verified_at_window";
                        } | null;
                        organisation: {
                            creditCode: string;
                            name: string;
                        } | null;
                        areaUnit: string | null;
                        answers: {
                            [key: string]: string;
                        };
                        form: {
                            [key: string]: unknown;
                        };
                        materials: {
                            materialCode: string;
                            form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form";
                            files: {
                                fileId: string;
                                name: string;
                                mediaType: string;
                                sizeBytes: number;
                            }[];
                        }[];
                        savedAt: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    myMatters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matters: {
                            matterId: string;
                            number: string;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            applicantMasked: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            channel: "online" | "window";
                            receivedAt: string;
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            linkId: string | null;
                            linkName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            claimedByMe: boolean;
                            claimedByName: string | null;
                            due: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            matterDue: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            outcome: ("granted" | "refused") | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    myMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: {
                            messageId: string;
                            at: string;
                            template: string;
                            params: {
                                [key: string]: string;
                            };
                            matterId: string | null;
                            readAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    proposeDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    outcome: "granted" | "refused";
                    opinion: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    proposeLimitAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    act: {
                        /** @enum {string} */
                        type: "special";
                        ground: "hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law";
                        /** @description number of the written notice to the applicant */
                        document: string;
                        announcedWorkingDays: number;
                    } | {
                        /** @enum {string} */
                        type: "prolong";
                        pauseId: string;
                        /** @description number of the written notice to the applicant */
                        document: string;
                        byWorkingDays: number;
                    } | {
                        /** @enum {string} */
                        type: "end";
                        pauseId: string;
                        /** @description number of the written notice to the applicant */
                        document: string;
                    } | {
                        /** @enum {string} */
                        type: "extend";
                        /** @description number of the written notice to the applicant */
                        document: string;
                        byWorkingDays: number;
                    };
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    recordFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    finding: "passed" | "failed";
                    opinion: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    refuseAcceptance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    ground: "not_this_authority" | "condition_not_met" | "already_open" | "not_required";
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    rejectLimitAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
                proposalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    releaseLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    removeFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
                materialCode: string;
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draftId: string;
                        version: number;
                        taskCode: string;
                        handlingItem: string;
                        itemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        handlingItemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        channel: "online" | "window";
                        party: {
                            partyId: string;
                            subject: "person" | "organisation";
                            numberKind: string;
                            numberMasked: string;
                            nameMasked: string;
                            phoneMasked: string | null;
                            assurance: "self_declared" | "verified_at_window";
                        } | null;
                        organisation: {
                            creditCode: string;
                            name: string;
                        } | null;
                        areaUnit: string | null;
                        answers: {
                            [key: string]: string;
                        };
                        form: {
                            [key: string]: unknown;
                        };
                        materials: {
                            materialCode: string;
                            form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form";
                            files: {
                                fileId: string;
                                name: string;
                                mediaType: string;
                                sizeBytes: number;
                            }[];
                        }[];
                        savedAt: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    requestCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    defects: {
                        about: "material" | "field" | "other";
                        code: string;
                        fault: "missing" | "unreadable" | "expired" | "inconsistent" | "wrong_document" | "other";
                        words: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    returnDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    opinion: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    areaUnit?: string | null;
                    organisation?: {
                        creditCode: string;
                        name: string;
                    } | null;
                    answers?: {
                        [key: string]: string;
                    };
                    form?: {
                        [key: string]: unknown;
                    };
                    materials?: {
                        materialCode: string;
                        form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form";
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draftId: string;
                        version: number;
                        taskCode: string;
                        handlingItem: string;
                        itemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        handlingItemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        channel: "online" | "window";
                        party: {
                            partyId: string;
                            subject: "person" | "organisation";
                            numberKind: string;
                            numberMasked: string;
                            nameMasked: string;
                            phoneMasked: string | null;
                            assurance: "self_declared" | "verified_at_window";
                        } | null;
                        organisation: {
                            creditCode: string;
                            name: string;
                        } | null;
                        areaUnit: string | null;
                        answers: {
                            [key: string]: string;
                        };
                        form: {
                            [key: string]: unknown;
                        };
                        materials: {
                            materialCode: string;
                            form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form";
                            files: {
                                fileId: string;
                                name: string;
                                mediaType: string;
                                sizeBytes: number;
                            }[];
                        }[];
                        savedAt: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    supplementFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fileId: string;
                        name: string;
                        mediaType: string;
                        sizeBytes: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    supplementMatter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    form: {
                        [key: string]: unknown;
                    };
                    materials: {
                        materialCode: string;
                        form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form";
                        files: {
                            fileId: string;
                            name: string;
                            mediaType: string;
                            sizeBytes: number;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    terminateMatter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    verifyResult: {
        parameters: {
            query: {
                code: string;
            };
            header?: never;
            path: {
                resultNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        resultNumber: string;
                        itemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        resultName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        outcome: "granted" | "refused";
                        holderMasked: string;
                        issuedAt: string;
                        unitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        validTo: string | null;
                        fileHash: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    withdrawMatter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matter: {
                            matterId: string;
                            number: string;
                            checkCode: string | null;
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            taskCode: string;
                            handlingItem: string;
                            itemVersion: number;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingItemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedAt: string;
                            acceptedAt: string | null;
                            deemed: boolean;
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
                            delivery: ("electronic" | "in_person") | null;
                            deliveredAt: string | null;
                            party: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            };
                            organisation: {
                                partyId: string;
                                subject: "person" | "organisation";
                                numberKind: string;
                                numberMasked: string;
                                nameMasked: string;
                                phoneMasked: string | null;
                                assurance: "self_declared" | "verified_at_window";
                            } | null;
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            answers: {
                                [key: string]: string;
                            };
                            form: {
                                [key: string]: unknown;
                            };
                            formDefinition: {
                                schema: {
                                    /** @enum {string} */
                                    type: "object";
                                    properties: {
                                        [key: string]: unknown;
                                    };
                                    required?: string[];
                                    allOf?: unknown[];
                                    /** @enum {boolean} */
                                    additionalProperties: false;
                                };
                                ui: {
                                    pages: {
                                        id: string;
                                        title: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        why?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        fields: {
                                            name: string;
                                            widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                            label: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            hint?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            options?: {
                                                [key: string]: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                            };
                                            when?: {
                                                field: string;
                                                any_of: (string | boolean)[];
                                            };
                                            for_parts?: {
                                                element: string;
                                                required: boolean;
                                                when?: {
                                                    question: string;
                                                    any_of: string[];
                                                    or?: {
                                                        question: string;
                                                        any_of: string[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                };
                            };
                            materials: {
                                materialCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                acceptStand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                isNeed: string;
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "promised" | "filled_in_form") | null;
                                grade: ("A" | "B" | "C" | "D") | null;
                                files: {
                                    fileId: string;
                                    name: string;
                                    mediaType: string;
                                    sizeBytes: number;
                                }[];
                            }[];
                            defects: {
                                about: string;
                                code: string;
                                fault: string;
                                words: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                            }[];
                            grounds: string[];
                            steps: {
                                code: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                unitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                state: "done" | "now" | "next" | "stopped";
                                startedAt: string | null;
                                doneAt: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                outcome: string | null;
                            }[];
                            links: {
                                linkId: string;
                                element: string;
                                kind: "review" | "visit" | "inspect" | "decide" | "approve" | "consult";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                standard: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                post: string;
                                openedAt: string;
                                doneAt: string | null;
                                claimedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                action: string | null;
                                opinion: string | null;
                                due: {
                                    limitId: string;
                                    limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    pausedUntil: string | null;
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            }[];
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            proposals: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                workingDays: number | null;
                                pauseId: string | null;
                                words: string;
                                proposedAt: string;
                                proposedByName: string;
                                proposedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                outcome: "open" | "approved" | "rejected";
                                decidedAt: string | null;
                                decidedByName: string;
                                decidedByUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                decisionWords: string;
                                mayDecide: boolean;
                            }[];
                            nameable: {
                                materials: string[];
                                fields: string[];
                            } | null;
                            history: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                params: {
                                    [key: string]: string | number;
                                };
                                words: string | null;
                                hash: string;
                            }[];
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "deemed_acceptance_notice" | "non_acceptance_notice" | "limit_notice" | "termination_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "correct_on_spot" | "refuse_acceptance" | "supplement" | "withdraw" | "terminate" | "hand_in_deferred" | "propose_limit_act" | "approve_limit_act" | "deliver_result" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision" | "hand_over_link" | "ask_opinion" | "give_opinion" | "recall_opinion" | "check_promise" | "revoke_result")[];
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    approveCalendarChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                changeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        change: {
                            changeId: string;
                            number: number | null;
                            kind: "closure" | "notice" | "repeal";
                            status: "proposed" | "approved" | "rejected" | "withdrawn";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            year: number | null;
                            document: string;
                            documentOn: string;
                            firstOn: string | null;
                            dayCount: number;
                            proposedAt: string;
                            proposedBy: {
                                staffId: string;
                                name: string;
                            };
                            decidedAt: string | null;
                            decidedBy: {
                                staffId: string;
                                name: string;
                            } | null;
                            repealedBy: number | null;
                            seq: number;
                            days: {
                                on: string;
                                kind: "statutory_holiday" | "makeup_workday" | "closure";
                                festival: string | null;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            repeals: {
                                changeId: string;
                                number: number | null;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            link: string | null;
                            reason: string;
                            words: string | null;
                            version: string | null;
                            effect: {
                                days: {
                                    on: string;
                                    before: {
                                        is: "working" | "weekend" | "statutory_holiday" | "makeup_workday" | "closure";
                                        name: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        } | null;
                                    } | null;
                                    after: {
                                        is: "working" | "weekend" | "statutory_holiday" | "makeup_workday" | "closure";
                                        name: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        } | null;
                                    } | null;
                                }[];
                                endsOn: {
                                    before: string;
                                    after: string;
                                };
                                provisionalFrom: {
                                    before: string | null;
                                    after: string | null;
                                };
                                firstDay: string | null;
                                runningLimits: number | null;
                                pastDays: number;
                            } | null;
                            faults: {
                                pointer: string;
                                code: string;
                                params: {
                                    [key: string]: string | number;
                                };
                            }[];
                            allowed: ("approve" | "reject" | "withdraw")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    checkCalendarChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: "closure" | "notice" | "repeal";
                    year: number | null;
                    days: {
                        on: string;
                        kind: "statutory_holiday" | "makeup_workday" | "closure";
                        festival: string | null;
                    }[];
                    repeals: string | null;
                    name: {
                        "zh-CN": string;
                        "zh-HK": string;
                        en: string;
                    };
                    document: string;
                    documentOn: string;
                    link: string | null;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        refusal: {
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        } | null;
                        faults: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        effect: {
                            days: {
                                on: string;
                                before: {
                                    is: "working" | "weekend" | "statutory_holiday" | "makeup_workday" | "closure";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                } | null;
                                after: {
                                    is: "working" | "weekend" | "statutory_holiday" | "makeup_workday" | "closure";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                } | null;
                            }[];
                            endsOn: {
                                before: string;
                                after: string;
                            };
                            provisionalFrom: {
                                before: string | null;
                                after: string | null;
                            };
                            firstDay: string | null;
                            runningLimits: number | null;
                            pastDays: number;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getCalendarChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                changeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeId: string;
                        number: number | null;
                        kind: "closure" | "notice" | "repeal";
                        status: "proposed" | "approved" | "rejected" | "withdrawn";
                        name: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        year: number | null;
                        document: string;
                        documentOn: string;
                        firstOn: string | null;
                        dayCount: number;
                        proposedAt: string;
                        proposedBy: {
                            staffId: string;
                            name: string;
                        };
                        decidedAt: string | null;
                        decidedBy: {
                            staffId: string;
                            name: string;
                        } | null;
                        repealedBy: number | null;
                        seq: number;
                        days: {
                            on: string;
                            kind: "statutory_holiday" | "makeup_workday" | "closure";
                            festival: string | null;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
                        repeals: {
                            changeId: string;
                            number: number | null;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        } | null;
                        link: string | null;
                        reason: string;
                        words: string | null;
                        version: string | null;
                        effect: {
                            days: {
                                on: string;
                                before: {
                                    is: "working" | "weekend" | "statutory_holiday" | "makeup_workday" | "closure";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                } | null;
                                after: {
                                    is: "working" | "weekend" | "statutory_holiday" | "makeup_workday" | "closure";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                } | null;
                            }[];
                            endsOn: {
                                before: string;
                                after: string;
                            };
                            provisionalFrom: {
                                before: string | null;
                                after: string | null;
                            };
                            firstDay: string | null;
                            runningLimits: number | null;
                            pastDays: number;
                        } | null;
                        faults: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        allowed: ("approve" | "reject" | "withdraw")[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getCalendarHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: string;
                        from: string;
                        to: string;
                        provisionalFrom: string | null;
                        alarms: {
                            code: "calendar.alarm_year_missing" | "calendar.alarm_year_provisional" | "calendar.alarm_end_near";
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getCalendarYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        year: number;
                        health: {
                            version: string;
                            from: string;
                            to: string;
                            provisionalFrom: string | null;
                            alarms: {
                                code: "calendar.alarm_year_missing" | "calendar.alarm_year_provisional" | "calendar.alarm_end_near";
                                params: {
                                    [key: string]: string | number;
                                };
                            }[];
                        };
                        days: {
                            on: string;
                            kind: "statutory_holiday" | "makeup_workday" | "closure";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            source: {
                                document: string | null;
                                issuedOn: string | null;
                                url: string | null;
                                verified: boolean;
                                changeId: string | null;
                                changeNumber: number | null;
                            };
                        }[];
                        festivals: {
                            code: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
                        mayPropose: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listCalendarChanges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            changeId: string;
                            number: number | null;
                            kind: "closure" | "notice" | "repeal";
                            status: "proposed" | "approved" | "rejected" | "withdrawn";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            year: number | null;
                            document: string;
                            documentOn: string;
                            firstOn: string | null;
                            dayCount: number;
                            proposedAt: string;
                            proposedBy: {
                                staffId: string;
                                name: string;
                            };
                            decidedAt: string | null;
                            decidedBy: {
                                staffId: string;
                                name: string;
                            } | null;
                            repealedBy: number | null;
                        }[];
                        total: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    proposeCalendarChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    terms: {
                        kind: "closure" | "notice" | "repeal";
                        year: number | null;
                        days: {
                            on: string;
                            kind: "statutory_holiday" | "makeup_workday" | "closure";
                            festival: string | null;
                        }[];
                        repeals: string | null;
                        name: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        document: string;
                        documentOn: string;
                        link: string | null;
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        change: {
                            changeId: string;
                            number: number | null;
                            kind: "closure" | "notice" | "repeal";
                            status: "proposed" | "approved" | "rejected" | "withdrawn";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            year: number | null;
                            document: string;
                            documentOn: string;
                            firstOn: string | null;
                            dayCount: number;
                            proposedAt: string;
                            proposedBy: {
                                staffId: string;
                                name: string;
                            };
                            decidedAt: string | null;
                            decidedBy: {
                                staffId: string;
                                name: string;
                            } | null;
                            repealedBy: number | null;
                            seq: number;
                            days: {
                                on: string;
                                kind: "statutory_holiday" | "makeup_workday" | "closure";
                                festival: string | null;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            repeals: {
                                changeId: string;
                                number: number | null;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            link: string | null;
                            reason: string;
                            words: string | null;
                            version: string | null;
                            effect: {
                                days: {
                                    on: string;
                                    before: {
                                        is: "working" | "weekend" | "statutory_holiday" | "makeup_workday" | "closure";
                                        name: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        } | null;
                                    } | null;
                                    after: {
                                        is: "working" | "weekend" | "statutory_holiday" | "makeup_workday" | "closure";
                                        name: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        } | null;
                                    } | null;
                                }[];
                                endsOn: {
                                    before: string;
                                    after: string;
                                };
                                provisionalFrom: {
                                    before: string | null;
                                    after: string | null;
                                };
                                firstDay: string | null;
                                runningLimits: number | null;
                                pastDays: number;
                            } | null;
                            faults: {
                                pointer: string;
                                code: string;
                                params: {
                                    [key: string]: string | number;
                                };
                            }[];
                            allowed: ("approve" | "reject" | "withdraw")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    readCalendarNotice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    year: number;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: {
                            on: string;
                            kind: "statutory_holiday" | "makeup_workday" | "weekend";
                            festival: string | null;
                        }[];
                        faults: {
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        unread: string[];
                        missing: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    rejectCalendarChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                changeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        change: {
                            changeId: string;
                            number: number | null;
                            kind: "closure" | "notice" | "repeal";
                            status: "proposed" | "approved" | "rejected" | "withdrawn";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            year: number | null;
                            document: string;
                            documentOn: string;
                            firstOn: string | null;
                            dayCount: number;
                            proposedAt: string;
                            proposedBy: {
                                staffId: string;
                                name: string;
                            };
                            decidedAt: string | null;
                            decidedBy: {
                                staffId: string;
                                name: string;
                            } | null;
                            repealedBy: number | null;
                            seq: number;
                            days: {
                                on: string;
                                kind: "statutory_holiday" | "makeup_workday" | "closure";
                                festival: string | null;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            repeals: {
                                changeId: string;
                                number: number | null;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            link: string | null;
                            reason: string;
                            words: string | null;
                            version: string | null;
                            effect: {
                                days: {
                                    on: string;
                                    before: {
                                        is: "working" | "weekend" | "statutory_holiday" | "makeup_workday" | "closure";
                                        name: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        } | null;
                                    } | null;
                                    after: {
                                        is: "working" | "weekend" | "statutory_holiday" | "makeup_workday" | "closure";
                                        name: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        } | null;
                                    } | null;
                                }[];
                                endsOn: {
                                    before: string;
                                    after: string;
                                };
                                provisionalFrom: {
                                    before: string | null;
                                    after: string | null;
                                };
                                firstDay: string | null;
                                runningLimits: number | null;
                                pastDays: number;
                            } | null;
                            faults: {
                                pointer: string;
                                code: string;
                                params: {
                                    [key: string]: string | number;
                                };
                            }[];
                            allowed: ("approve" | "reject" | "withdraw")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    withdrawCalendarChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                changeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        change: {
                            changeId: string;
                            number: number | null;
                            kind: "closure" | "notice" | "repeal";
                            status: "proposed" | "approved" | "rejected" | "withdrawn";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            year: number | null;
                            document: string;
                            documentOn: string;
                            firstOn: string | null;
                            dayCount: number;
                            proposedAt: string;
                            proposedBy: {
                                staffId: string;
                                name: string;
                            };
                            decidedAt: string | null;
                            decidedBy: {
                                staffId: string;
                                name: string;
                            } | null;
                            repealedBy: number | null;
                            seq: number;
                            days: {
                                on: string;
                                kind: "statutory_holiday" | "makeup_workday" | "closure";
                                festival: string | null;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            repeals: {
                                changeId: string;
                                number: number | null;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            link: string | null;
                            reason: string;
                            words: string | null;
                            version: string | null;
                            effect: {
                                days: {
                                    on: string;
                                    before: {
                                        is: "working" | "weekend" | "statutory_holiday" | "makeup_workday" | "closure";
                                        name: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        } | null;
                                    } | null;
                                    after: {
                                        is: "working" | "weekend" | "statutory_holiday" | "makeup_workday" | "closure";
                                        name: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        } | null;
                                    } | null;
                                }[];
                                endsOn: {
                                    before: string;
                                    after: string;
                                };
                                provisionalFrom: {
                                    before: string | null;
                                    after: string | null;
                                };
                                firstDay: string | null;
                                runningLimits: number | null;
                                pastDays: number;
                            } | null;
                            faults: {
                                pointer: string;
                                code: string;
                                params: {
                                    [key: string]: string | number;
                                };
                            }[];
                            allowed: ("approve" | "reject" | "withdraw")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getLaw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        limits: {
                            version: string;
                            from: string;
                            to: string | null;
                            current: boolean;
                            about: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            warning: {
                                name: string;
                                lawId: string;
                                title: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month";
                                source: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                address: string | null;
                                note: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                verified: boolean;
                            }[];
                            limits: {
                                name: string;
                                lawId: string;
                                title: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month";
                                source: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                address: string | null;
                                note: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                verified: boolean;
                            }[];
                        }[];
                        supervision: {
                            version: string;
                            from: string;
                            to: string | null;
                            current: boolean;
                            about: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            rules: {
                                id: string;
                                title: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                description: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                severity: "warning" | "yellow" | "red";
                                opensOrder: boolean;
                                params: {
                                    [key: string]: number;
                                };
                                source: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                address: string | null;
                                note: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                verified: boolean;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    hallScreen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                institution: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        institution: string;
                        name: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        on: string;
                        at: string;
                        received: number;
                        finished: number;
                        waiting: number;
                        rows: {
                            numberTail: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            dueOn: string | null;
                            light: ("green" | "yellow" | "red" | "paused") | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    closeOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    ground: "put_right" | "excused" | "held_to_account";
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        order: {
                            orderId: string;
                            ruleId: string;
                            ruleVersion: string;
                            ruleName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            severity: "warning" | "yellow" | "red";
                            matterId: string;
                            matterNumber: string;
                            taskCode: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            post: string;
                            staff: {
                                staffId: string;
                                name: string;
                            } | null;
                            second: {
                                staffId: string;
                                name: string;
                            } | null;
                            limitId: string | null;
                            linkName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            moment: string;
                            status: "open" | "replied" | "closed" | "lapsed";
                            openedAt: string;
                            clock: {
                                clock: "reply" | "review";
                                amount: number;
                                unit: string;
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            returns: number;
                            escalated: boolean;
                            supervisingUnit: string;
                            supervisingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            closedAt: string | null;
                            ground: ("put_right" | "excused" | "held_to_account") | null;
                            ruleDescription: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            ruleSource: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            ruleVerified: boolean;
                            clocks: {
                                clock: "reply" | "review";
                                amount: number;
                                unit: string;
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            history: {
                                seq: number;
                                kind: "order_opened" | "order_replied" | "order_returned" | "order_closed" | "order_lapsed" | "order_escalated" | "order_recomputed";
                                at: string;
                                by: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                words: string | null;
                                params: {
                                    [key: string]: string;
                                };
                                hash: string;
                            }[];
                            matterStatus: string;
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            limitActs: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                outcome: "open" | "approved" | "rejected";
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                proposedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                proposedAt: string;
                                decidedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                decidedAt: string | null;
                            }[];
                            backTrace: {
                                matterId: string;
                                matterNumber: string;
                                matter: {
                                    limitId: string;
                                    kind: string;
                                    unit: "working_day" | "minute";
                                    allowed: number;
                                    used: number;
                                    late: number;
                                    dueOn: string;
                                    dueAt: string;
                                    endedAt: string | null;
                                } | null;
                                links: {
                                    linkId: string | null;
                                    element: string;
                                    linkName: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    institution: string;
                                    institutionName: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    staff: {
                                        staffId: string;
                                        name: string;
                                    } | null;
                                    allowed: number | null;
                                    used: number;
                                    waitedUnclaimed: number;
                                    worked: number;
                                    pausedLawful: number;
                                    pausedUnlawful: number;
                                    late: number;
                                    openedAt: string | null;
                                    doneAt: string | null;
                                }[];
                                units: {
                                    institution: string;
                                    institutionName: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    used: number;
                                    late: number;
                                }[];
                                people: {
                                    staff: {
                                        staffId: string;
                                        name: string;
                                    } | null;
                                    institution: string;
                                    institutionName: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    used: number;
                                    late: number;
                                }[];
                                others: {
                                    limitId: string;
                                    kind: string;
                                    unit: "working_day" | "minute";
                                    allowed: number;
                                    used: number;
                                    late: number;
                                    dueOn: string;
                                    dueAt: string;
                                    endedAt: string | null;
                                    institution: string;
                                    institutionName: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    staff: {
                                        staffId: string;
                                        name: string;
                                    } | null;
                                }[];
                            };
                            allowed: ("reply" | "return" | "close")[];
                            mayOpenMatter: boolean;
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getBackTrace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matterId: string;
                        matterNumber: string;
                        matter: {
                            limitId: string;
                            kind: string;
                            unit: "working_day" | "minute";
                            allowed: number;
                            used: number;
                            late: number;
                            dueOn: string;
                            dueAt: string;
                            endedAt: string | null;
                        } | null;
                        links: {
                            linkId: string | null;
                            element: string;
                            linkName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            staff: {
                                staffId: string;
                                name: string;
                            } | null;
                            allowed: number | null;
                            used: number;
                            waitedUnclaimed: number;
                            worked: number;
                            pausedLawful: number;
                            pausedUnlawful: number;
                            late: number;
                            openedAt: string | null;
                            doneAt: string | null;
                        }[];
                        units: {
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            used: number;
                            late: number;
                        }[];
                        people: {
                            staff: {
                                staffId: string;
                                name: string;
                            } | null;
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            used: number;
                            late: number;
                        }[];
                        others: {
                            limitId: string;
                            kind: string;
                            unit: "working_day" | "minute";
                            allowed: number;
                            used: number;
                            late: number;
                            dueOn: string;
                            dueAt: string;
                            endedAt: string | null;
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            staff: {
                                staffId: string;
                                name: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orderId: string;
                        ruleId: string;
                        ruleVersion: string;
                        ruleName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        severity: "warning" | "yellow" | "red";
                        matterId: string;
                        matterNumber: string;
                        taskCode: string;
                        itemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        areaUnit: string;
                        areaName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        institution: string;
                        institutionName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        post: string;
                        staff: {
                            staffId: string;
                            name: string;
                        } | null;
                        second: {
                            staffId: string;
                            name: string;
                        } | null;
                        limitId: string | null;
                        linkName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        } | null;
                        moment: string;
                        status: "open" | "replied" | "closed" | "lapsed";
                        openedAt: string;
                        clock: {
                            clock: "reply" | "review";
                            amount: number;
                            unit: string;
                            startedAt: string;
                            dueOn: string;
                            dueAt: string;
                            remaining: number | null;
                            light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                            endedAt: string | null;
                            provisional: boolean;
                            explanation: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        } | null;
                        returns: number;
                        escalated: boolean;
                        supervisingUnit: string;
                        supervisingUnitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        closedAt: string | null;
                        ground: ("put_right" | "excused" | "held_to_account") | null;
                        ruleDescription: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        ruleSource: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        ruleVerified: boolean;
                        clocks: {
                            clock: "reply" | "review";
                            amount: number;
                            unit: string;
                            startedAt: string;
                            dueOn: string;
                            dueAt: string;
                            remaining: number | null;
                            light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                            endedAt: string | null;
                            provisional: boolean;
                            explanation: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            strip: {
                                day: string;
                                to: string;
                                days: number;
                                weekends: number;
                                state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                pauseId: string | null;
                                n: number | null;
                                due: boolean;
                            }[];
                        }[];
                        history: {
                            seq: number;
                            kind: "order_opened" | "order_replied" | "order_returned" | "order_closed" | "order_lapsed" | "order_escalated" | "order_recomputed";
                            at: string;
                            by: {
                                staffId: string;
                                name: string;
                            } | null;
                            byUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            words: string | null;
                            params: {
                                [key: string]: string;
                            };
                            hash: string;
                        }[];
                        matterStatus: string;
                        dues: {
                            limitId: string;
                            limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                            startedAt: string;
                            dueOn: string;
                            dueAt: string;
                            remaining: number | null;
                            light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                            pausedUntil: string | null;
                            endedAt: string | null;
                            provisional: boolean;
                            explanation: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
                        limitActs: {
                            proposalId: string;
                            type: "special" | "prolong" | "end" | "extend";
                            ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                            document: string;
                            outcome: "open" | "approved" | "rejected";
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            proposedBy: {
                                staffId: string;
                                name: string;
                            } | null;
                            proposedAt: string;
                            decidedBy: {
                                staffId: string;
                                name: string;
                            } | null;
                            decidedAt: string | null;
                        }[];
                        backTrace: {
                            matterId: string;
                            matterNumber: string;
                            matter: {
                                limitId: string;
                                kind: string;
                                unit: "working_day" | "minute";
                                allowed: number;
                                used: number;
                                late: number;
                                dueOn: string;
                                dueAt: string;
                                endedAt: string | null;
                            } | null;
                            links: {
                                linkId: string | null;
                                element: string;
                                linkName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                staff: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                allowed: number | null;
                                used: number;
                                waitedUnclaimed: number;
                                worked: number;
                                pausedLawful: number;
                                pausedUnlawful: number;
                                late: number;
                                openedAt: string | null;
                                doneAt: string | null;
                            }[];
                            units: {
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                used: number;
                                late: number;
                            }[];
                            people: {
                                staff: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                used: number;
                                late: number;
                            }[];
                            others: {
                                limitId: string;
                                kind: string;
                                unit: "working_day" | "minute";
                                allowed: number;
                                used: number;
                                late: number;
                                dueOn: string;
                                dueAt: string;
                                endedAt: string | null;
                                institution: string;
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                staff: {
                                    staffId: string;
                                    name: string;
                                } | null;
                            }[];
                        };
                        allowed: ("reply" | "return" | "close")[];
                        mayOpenMatter: boolean;
                        seq: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listFindings: {
        parameters: {
            query?: {
                unit?: string;
                rule?: string;
                institution?: string;
                severity?: "warning" | "yellow" | "red";
                matterId?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: {
                            findingId: string;
                            ruleId: string;
                            ruleVersion: string;
                            ruleName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            severity: "warning" | "yellow" | "red";
                            matterId: string;
                            matterNumber: string;
                            taskCode: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            post: string;
                            staff: {
                                staffId: string;
                                name: string;
                            } | null;
                            second: {
                                staffId: string;
                                name: string;
                            } | null;
                            limitId: string | null;
                            linkName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            moment: string;
                            foundAt: string;
                            orderId: string | null;
                        }[];
                        total: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                unit?: string;
                rule?: string;
                institution?: string;
                severity?: "warning" | "yellow" | "red";
                matterId?: string;
                state?: "open" | "replied" | "closed" | "lapsed" | "running";
                escalated?: "yes";
                mine?: "yes";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orders: {
                            orderId: string;
                            ruleId: string;
                            ruleVersion: string;
                            ruleName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            severity: "warning" | "yellow" | "red";
                            matterId: string;
                            matterNumber: string;
                            taskCode: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            post: string;
                            staff: {
                                staffId: string;
                                name: string;
                            } | null;
                            second: {
                                staffId: string;
                                name: string;
                            } | null;
                            limitId: string | null;
                            linkName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            moment: string;
                            status: "open" | "replied" | "closed" | "lapsed";
                            openedAt: string;
                            clock: {
                                clock: "reply" | "review";
                                amount: number;
                                unit: string;
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            returns: number;
                            escalated: boolean;
                            supervisingUnit: string;
                            supervisingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            closedAt: string | null;
                            ground: ("put_right" | "excused" | "held_to_account") | null;
                        }[];
                        total: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    markStaffMessageRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    myDigest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string;
                        yellow: number;
                        red: number;
                        lines: {
                            matterId: string;
                            number: string;
                            limitId: string;
                            kind: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                            dueOn: string;
                            dueAt: string;
                            staff: {
                                staffId: string;
                                name: string;
                            } | null;
                            mine: boolean;
                        }[];
                        ordersToReply: number;
                        ordersToJudge: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    myStaffMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: {
                            messageId: string;
                            kind: "digest" | "order_opened" | "order_returned" | "order_replied" | "order_escalated" | "order_closed" | "order_lapsed";
                            at: string;
                            params: {
                                [key: string]: string | number;
                            };
                            text: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            orderId: string | null;
                            readAt: string | null;
                        }[];
                        unread: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    ordersOfMatter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        open: number;
                        orders: {
                            orderId: string;
                            ruleId: string;
                            ruleName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            severity: "warning" | "yellow" | "red";
                            status: "open" | "replied" | "closed" | "lapsed";
                            openedAt: string;
                            dueOn: string | null;
                            light: ("green" | "yellow" | "red" | "paused" | "met" | "missed") | null;
                            mayOpen: boolean;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    replyToOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        order: {
                            orderId: string;
                            ruleId: string;
                            ruleVersion: string;
                            ruleName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            severity: "warning" | "yellow" | "red";
                            matterId: string;
                            matterNumber: string;
                            taskCode: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            post: string;
                            staff: {
                                staffId: string;
                                name: string;
                            } | null;
                            second: {
                                staffId: string;
                                name: string;
                            } | null;
                            limitId: string | null;
                            linkName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            moment: string;
                            status: "open" | "replied" | "closed" | "lapsed";
                            openedAt: string;
                            clock: {
                                clock: "reply" | "review";
                                amount: number;
                                unit: string;
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            returns: number;
                            escalated: boolean;
                            supervisingUnit: string;
                            supervisingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            closedAt: string | null;
                            ground: ("put_right" | "excused" | "held_to_account") | null;
                            ruleDescription: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            ruleSource: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            ruleVerified: boolean;
                            clocks: {
                                clock: "reply" | "review";
                                amount: number;
                                unit: string;
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            history: {
                                seq: number;
                                kind: "order_opened" | "order_replied" | "order_returned" | "order_closed" | "order_lapsed" | "order_escalated" | "order_recomputed";
                                at: string;
                                by: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                words: string | null;
                                params: {
                                    [key: string]: string;
                                };
                                hash: string;
                            }[];
                            matterStatus: string;
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            limitActs: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                outcome: "open" | "approved" | "rejected";
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                proposedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                proposedAt: string;
                                decidedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                decidedAt: string | null;
                            }[];
                            backTrace: {
                                matterId: string;
                                matterNumber: string;
                                matter: {
                                    limitId: string;
                                    kind: string;
                                    unit: "working_day" | "minute";
                                    allowed: number;
                                    used: number;
                                    late: number;
                                    dueOn: string;
                                    dueAt: string;
                                    endedAt: string | null;
                                } | null;
                                links: {
                                    linkId: string | null;
                                    element: string;
                                    linkName: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    institution: string;
                                    institutionName: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    staff: {
                                        staffId: string;
                                        name: string;
                                    } | null;
                                    allowed: number | null;
                                    used: number;
                                    waitedUnclaimed: number;
                                    worked: number;
                                    pausedLawful: number;
                                    pausedUnlawful: number;
                                    late: number;
                                    openedAt: string | null;
                                    doneAt: string | null;
                                }[];
                                units: {
                                    institution: string;
                                    institutionName: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    used: number;
                                    late: number;
                                }[];
                                people: {
                                    staff: {
                                        staffId: string;
                                        name: string;
                                    } | null;
                                    institution: string;
                                    institutionName: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    used: number;
                                    late: number;
                                }[];
                                others: {
                                    limitId: string;
                                    kind: string;
                                    unit: "working_day" | "minute";
                                    allowed: number;
                                    used: number;
                                    late: number;
                                    dueOn: string;
                                    dueAt: string;
                                    endedAt: string | null;
                                    institution: string;
                                    institutionName: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    staff: {
                                        staffId: string;
                                        name: string;
                                    } | null;
                                }[];
                            };
                            allowed: ("reply" | "return" | "close")[];
                            mayOpenMatter: boolean;
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    returnOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        order: {
                            orderId: string;
                            ruleId: string;
                            ruleVersion: string;
                            ruleName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            severity: "warning" | "yellow" | "red";
                            matterId: string;
                            matterNumber: string;
                            taskCode: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            areaUnit: string;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            institution: string;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            post: string;
                            staff: {
                                staffId: string;
                                name: string;
                            } | null;
                            second: {
                                staffId: string;
                                name: string;
                            } | null;
                            limitId: string | null;
                            linkName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            moment: string;
                            status: "open" | "replied" | "closed" | "lapsed";
                            openedAt: string;
                            clock: {
                                clock: "reply" | "review";
                                amount: number;
                                unit: string;
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            returns: number;
                            escalated: boolean;
                            supervisingUnit: string;
                            supervisingUnitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            closedAt: string | null;
                            ground: ("put_right" | "excused" | "held_to_account") | null;
                            ruleDescription: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            ruleSource: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            ruleVerified: boolean;
                            clocks: {
                                clock: "reply" | "review";
                                amount: number;
                                unit: string;
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                strip: {
                                    day: string;
                                    to: string;
                                    days: number;
                                    weekends: number;
                                    state: "start" | "counted" | "swapped_in" | "weekend" | "holiday" | "closure" | "paused" | "moved" | "moved_to";
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    } | null;
                                    pauseId: string | null;
                                    n: number | null;
                                    due: boolean;
                                }[];
                            }[];
                            history: {
                                seq: number;
                                kind: "order_opened" | "order_replied" | "order_returned" | "order_closed" | "order_lapsed" | "order_escalated" | "order_recomputed";
                                at: string;
                                by: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                byUnitName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                words: string | null;
                                params: {
                                    [key: string]: string;
                                };
                                hash: string;
                            }[];
                            matterStatus: string;
                            dues: {
                                limitId: string;
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                pausedUntil: string | null;
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            limitActs: {
                                proposalId: string;
                                type: "special" | "prolong" | "end" | "extend";
                                ground: ("hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "public_notice" | "other_by_law") | null;
                                document: string;
                                outcome: "open" | "approved" | "rejected";
                                institutionName: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                proposedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                proposedAt: string;
                                decidedBy: {
                                    staffId: string;
                                    name: string;
                                } | null;
                                decidedAt: string | null;
                            }[];
                            backTrace: {
                                matterId: string;
                                matterNumber: string;
                                matter: {
                                    limitId: string;
                                    kind: string;
                                    unit: "working_day" | "minute";
                                    allowed: number;
                                    used: number;
                                    late: number;
                                    dueOn: string;
                                    dueAt: string;
                                    endedAt: string | null;
                                } | null;
                                links: {
                                    linkId: string | null;
                                    element: string;
                                    linkName: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    institution: string;
                                    institutionName: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    staff: {
                                        staffId: string;
                                        name: string;
                                    } | null;
                                    allowed: number | null;
                                    used: number;
                                    waitedUnclaimed: number;
                                    worked: number;
                                    pausedLawful: number;
                                    pausedUnlawful: number;
                                    late: number;
                                    openedAt: string | null;
                                    doneAt: string | null;
                                }[];
                                units: {
                                    institution: string;
                                    institutionName: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    used: number;
                                    late: number;
                                }[];
                                people: {
                                    staff: {
                                        staffId: string;
                                        name: string;
                                    } | null;
                                    institution: string;
                                    institutionName: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    used: number;
                                    late: number;
                                }[];
                                others: {
                                    limitId: string;
                                    kind: string;
                                    unit: "working_day" | "minute";
                                    allowed: number;
                                    used: number;
                                    late: number;
                                    dueOn: string;
                                    dueAt: string;
                                    endedAt: string | null;
                                    institution: string;
                                    institutionName: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    staff: {
                                        staffId: string;
                                        name: string;
                                    } | null;
                                }[];
                            };
                            allowed: ("reply" | "return" | "close")[];
                            mayOpenMatter: boolean;
                            seq: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    exportMeasures: {
        parameters: {
            query: {
                unit?: string;
                from?: string;
                to?: string;
                item?: string;
                channel?: "online" | "window";
                what: "overview" | "five" | "running" | "one_number" | "one_window" | "one_net" | "one_visit" | "sunshine";
                side?: "counted" | "gap";
                light?: "yellow" | "red" | "paused" | "green";
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getFive: {
        parameters: {
            query?: {
                unit?: string;
                from?: string;
                to?: string;
                item?: string;
                channel?: "online" | "window";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        place: {
                            code: string;
                            kind: "city" | "district" | "functional_area" | "street" | "community" | "institution";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        };
                        from: string;
                        to: string;
                        item: {
                            taskCode: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        } | null;
                        channel: ("online" | "window") | null;
                        asOf: string;
                        figures: {
                            figure: "one_number" | "one_window" | "one_net" | "one_visit" | "sunshine";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            parts: {
                                part: "one_number.matters" | "one_window.matters" | "one_window.items" | "one_net.matters" | "one_net.items" | "one_visit.matters" | "one_visit.items" | "sunshine.matters" | "sunshine.orders";
                                of: "matters" | "items" | "orders";
                                numerator: number;
                                denominator: number;
                                percent: number | null;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                definition: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            source: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
                        mayOpenMatters: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: {
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        today: string;
                        above: {
                            code: string;
                            kind: "city" | "district" | "functional_area" | "street" | "community" | "institution";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
                        self: {
                            place: {
                                code: string;
                                kind: "city" | "district" | "functional_area" | "street" | "community" | "institution";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            };
                            hasChildren: boolean;
                            lights: {
                                green: number;
                                yellow: number;
                                red: number;
                                paused: number;
                            };
                            filedToday: number;
                            finishedToday: number;
                            filed: number;
                            judged: number;
                            inTime: number;
                            inTimePercent: number | null;
                            medianDays: number | null;
                            promisedDays: number | null;
                            ordersOpen: number | null;
                            ordersLate: number | null;
                            satisfiedPercent: number | null;
                        };
                        children: {
                            place: {
                                code: string;
                                kind: "city" | "district" | "functional_area" | "street" | "community" | "institution";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            };
                            hasChildren: boolean;
                            lights: {
                                green: number;
                                yellow: number;
                                red: number;
                                paused: number;
                            };
                            filedToday: number;
                            finishedToday: number;
                            filed: number;
                            judged: number;
                            inTime: number;
                            inTimePercent: number | null;
                            medianDays: number | null;
                            promisedDays: number | null;
                            ordersOpen: number | null;
                            ordersLate: number | null;
                            satisfiedPercent: number | null;
                        }[];
                        trend: {
                            day: string;
                            working: boolean;
                            filed: number;
                            finished: number;
                        }[];
                        worstLinks: {
                            institution: {
                                code: string;
                                kind: "city" | "district" | "functional_area" | "street" | "community" | "institution";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            };
                            element: string;
                            linkName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            judged: number;
                            late: number;
                            latePercent: number | null;
                            averageDays: number | null;
                        }[];
                        worstItems: {
                            taskCode: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            filed: number;
                            judged: number;
                            late: number;
                            latePercent: number | null;
                        }[];
                        mayOpenMatters: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getSunshine: {
        parameters: {
            query?: {
                period?: string;
                district?: string;
                institution?: string;
                item?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        period: string;
                        years: number[];
                        month: string;
                        city: {
                            code: string;
                            kind: "city" | "district" | "functional_area" | "street" | "community" | "institution";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        };
                        district: {
                            code: string;
                            kind: "city" | "district" | "functional_area" | "street" | "community" | "institution";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        } | null;
                        institution: {
                            code: string;
                            kind: "city" | "district" | "functional_area" | "street" | "community" | "institution";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        } | null;
                        item: {
                            taskCode: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        } | null;
                        total: {
                            code: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            filed: number | null;
                            inTimePercent: number | null;
                            medianDays: number | null;
                            promisedDays: number | null;
                            satisfiedPercent: number | null;
                        };
                        byUnit: {
                            code: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            filed: number | null;
                            inTimePercent: number | null;
                            medianDays: number | null;
                            promisedDays: number | null;
                            satisfiedPercent: number | null;
                        }[];
                        byItem: {
                            code: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            filed: number | null;
                            inTimePercent: number | null;
                            medianDays: number | null;
                            promisedDays: number | null;
                            satisfiedPercent: number | null;
                        }[];
                        version: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getSunshineTable: {
        parameters: {
            query?: {
                period?: string;
                district?: string;
                institution?: string;
                item?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listFigureItems: {
        parameters: {
            query?: {
                side?: "counted" | "gap";
            };
            header?: never;
            path: {
                figure: "one_number" | "one_window" | "one_net" | "one_visit" | "sunshine";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        figure: "one_number" | "one_window" | "one_net" | "one_visit" | "sunshine";
                        side: "counted" | "gap";
                        items: {
                            taskCode: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            visits: number;
                            online: boolean;
                            why: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listFigureMatters: {
        parameters: {
            query?: {
                unit?: string;
                from?: string;
                to?: string;
                item?: string;
                channel?: "online" | "window";
                side?: "counted" | "gap";
                after?: string;
            };
            header?: never;
            path: {
                figure: "one_number" | "one_window" | "one_net" | "one_visit" | "sunshine";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        place: {
                            code: string;
                            kind: "city" | "district" | "functional_area" | "street" | "community" | "institution";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        };
                        from: string;
                        to: string;
                        item: {
                            taskCode: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        } | null;
                        channel: ("online" | "window") | null;
                        asOf: string;
                        figure: "one_number" | "one_window" | "one_net" | "one_visit" | "sunshine";
                        side: "counted" | "gap";
                        matters: {
                            matterId: string;
                            number: string;
                            taskCode: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn" | "terminated";
                            channel: "online" | "window";
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            acceptingName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            handlingName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            receivedOn: string;
                            endedOn: string | null;
                            visits: number;
                            promisedVisits: number;
                            netDays: number | null;
                            promisedDays: number | null;
                            late: string[];
                            askedAgain: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listRunning: {
        parameters: {
            query?: {
                unit?: string;
                light?: "yellow" | "red" | "paused" | "green";
                kind?: string;
                item?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        place: {
                            code: string;
                            kind: "city" | "district" | "functional_area" | "street" | "community" | "institution";
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        };
                        rows: {
                            matterId: string;
                            number: string;
                            taskCode: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            limitId: string;
                            kind: string;
                            linkName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            institution: {
                                code: string;
                                kind: "city" | "district" | "functional_area" | "street" | "community" | "institution";
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            };
                            staffName: string | null;
                            areaName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            startedAt: string;
                            dueOn: string;
                            dueAt: string;
                            light: "yellow" | "red" | "paused" | "green";
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    callBackEvaluation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    reached: boolean;
                    satisfied: boolean | null;
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: {
                            caseId: string;
                            about: "evaluation" | "complaint";
                            number: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            event: string | null;
                            grade: (1 | 2 | 3 | 4 | 5) | null;
                            ground: ("late" | "manner" | "extra_papers" | "unlawful_charge" | "not_told" | "wrong_handling" | "other") | null;
                            status: "verifying" | "mending" | "calling_back" | "closed";
                            outcome: ("mended" | "not_so" | "struck_out" | "unfounded") | null;
                            appeal: ("open" | "upheld" | "struck_out") | null;
                            openedAt: string;
                            due: {
                                limitId: string;
                                limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            seq: number;
                            matterId: string;
                            channel: ("online" | "link" | "tablet" | "telephone") | null;
                            tags: ("quick" | "clear" | "friendly" | "few_visits" | "online_easy" | "slow" | "unclear" | "unfriendly" | "many_visits" | "extra_papers" | "long_queue" | "online_hard")[];
                            words: string;
                            personMasked: string;
                            dues: {
                                limitId: string;
                                limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            steps: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                words: string;
                                details: {
                                    [key: string]: string | number | boolean;
                                };
                            }[];
                            callTries: number;
                            allowed: ("verify" | "decide_complaint" | "mend" | "call_back" | "raise_appeal" | "decide_appeal" | "show_contact")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    complain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    ground: "late" | "manner" | "extra_papers" | "unlawful_charge" | "not_told" | "wrong_handling" | "other";
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseId: string;
                        due: {
                            limitId: string;
                            limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                            startedAt: string;
                            dueOn: string;
                            dueAt: string;
                            remaining: number | null;
                            light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                            endedAt: string | null;
                            provisional: boolean;
                            explanation: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    decideAppeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    strikeOut: boolean;
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: {
                            caseId: string;
                            about: "evaluation" | "complaint";
                            number: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            event: string | null;
                            grade: (1 | 2 | 3 | 4 | 5) | null;
                            ground: ("late" | "manner" | "extra_papers" | "unlawful_charge" | "not_told" | "wrong_handling" | "other") | null;
                            status: "verifying" | "mending" | "calling_back" | "closed";
                            outcome: ("mended" | "not_so" | "struck_out" | "unfounded") | null;
                            appeal: ("open" | "upheld" | "struck_out") | null;
                            openedAt: string;
                            due: {
                                limitId: string;
                                limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            seq: number;
                            matterId: string;
                            channel: ("online" | "link" | "tablet" | "telephone") | null;
                            tags: ("quick" | "clear" | "friendly" | "few_visits" | "online_easy" | "slow" | "unclear" | "unfriendly" | "many_visits" | "extra_papers" | "long_queue" | "online_hard")[];
                            words: string;
                            personMasked: string;
                            dues: {
                                limitId: string;
                                limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            steps: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                words: string;
                                details: {
                                    [key: string]: string | number | boolean;
                                };
                            }[];
                            callTries: number;
                            allowed: ("verify" | "decide_complaint" | "mend" | "call_back" | "raise_appeal" | "decide_appeal" | "show_contact")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    decideComplaint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    founded: boolean;
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: {
                            caseId: string;
                            about: "evaluation" | "complaint";
                            number: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            event: string | null;
                            grade: (1 | 2 | 3 | 4 | 5) | null;
                            ground: ("late" | "manner" | "extra_papers" | "unlawful_charge" | "not_told" | "wrong_handling" | "other") | null;
                            status: "verifying" | "mending" | "calling_back" | "closed";
                            outcome: ("mended" | "not_so" | "struck_out" | "unfounded") | null;
                            appeal: ("open" | "upheld" | "struck_out") | null;
                            openedAt: string;
                            due: {
                                limitId: string;
                                limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            seq: number;
                            matterId: string;
                            channel: ("online" | "link" | "tablet" | "telephone") | null;
                            tags: ("quick" | "clear" | "friendly" | "few_visits" | "online_easy" | "slow" | "unclear" | "unfriendly" | "many_visits" | "extra_papers" | "long_queue" | "online_hard")[];
                            words: string;
                            personMasked: string;
                            dues: {
                                limitId: string;
                                limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            steps: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                words: string;
                                details: {
                                    [key: string]: string | number | boolean;
                                };
                            }[];
                            callTries: number;
                            allowed: ("verify" | "decide_complaint" | "mend" | "call_back" | "raise_appeal" | "decide_appeal" | "show_contact")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    endTablet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tabletId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    evaluate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
                event: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    grade: 1 | 2 | 3 | 4 | 5;
                    tags: ("quick" | "clear" | "friendly" | "few_visits" | "online_easy" | "slow" | "unclear" | "unfriendly" | "many_visits" | "extra_papers" | "long_queue" | "online_hard")[];
                    words: string;
                    change: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        givenAt: string;
                        changeableUntil: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getEvaluationByLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        event: string;
                        kind: "filing" | "acceptance" | "correction" | "result";
                        itemName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        unitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        on: string;
                        state: "open" | "changeable" | "given" | "expired";
                        changeableUntil: string | null;
                        verifyWithin: {
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    evaluateByLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    grade: 1 | 2 | 3 | 4 | 5;
                    tags: ("quick" | "clear" | "friendly" | "few_visits" | "online_easy" | "slow" | "unclear" | "unfriendly" | "many_visits" | "extra_papers" | "long_queue" | "online_hard")[];
                    words: string;
                    change: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        givenAt: string;
                        changeableUntil: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    evaluateByTelephone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    number: string;
                    event: string;
                    grade: 1 | 2 | 3 | 4 | 5;
                    tags: ("quick" | "clear" | "friendly" | "few_visits" | "online_easy" | "slow" | "unclear" | "unfriendly" | "many_visits" | "extra_papers" | "long_queue" | "online_hard")[];
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        givenAt: string;
                        changeableUntil: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    evaluationFigures: {
        parameters: {
            query: {
                quarter: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        quarter: string;
                        rows: {
                            institution: string;
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            taskCode: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            counts: {
                                total: number;
                                grade1: number;
                                grade2: number;
                                grade3: number;
                                grade4: number;
                                grade5: number;
                                bad: number;
                                mended: number;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    eventsOfNumber: {
        parameters: {
            query: {
                number: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            event: string;
                            kind: "filing" | "acceptance" | "correction" | "result";
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            on: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getEvaluationCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: {
                            caseId: string;
                            about: "evaluation" | "complaint";
                            number: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            event: string | null;
                            grade: (1 | 2 | 3 | 4 | 5) | null;
                            ground: ("late" | "manner" | "extra_papers" | "unlawful_charge" | "not_told" | "wrong_handling" | "other") | null;
                            status: "verifying" | "mending" | "calling_back" | "closed";
                            outcome: ("mended" | "not_so" | "struck_out" | "unfounded") | null;
                            appeal: ("open" | "upheld" | "struck_out") | null;
                            openedAt: string;
                            due: {
                                limitId: string;
                                limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            seq: number;
                            matterId: string;
                            channel: ("online" | "link" | "tablet" | "telephone") | null;
                            tags: ("quick" | "clear" | "friendly" | "few_visits" | "online_easy" | "slow" | "unclear" | "unfriendly" | "many_visits" | "extra_papers" | "long_queue" | "online_hard")[];
                            words: string;
                            personMasked: string;
                            dues: {
                                limitId: string;
                                limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            steps: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                words: string;
                                details: {
                                    [key: string]: string | number | boolean;
                                };
                            }[];
                            callTries: number;
                            allowed: ("verify" | "decide_complaint" | "mend" | "call_back" | "raise_appeal" | "decide_appeal" | "show_contact")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listEvaluationCases: {
        parameters: {
            query?: {
                view?: "open" | "closed";
                about?: "evaluation" | "complaint";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            caseId: string;
                            about: "evaluation" | "complaint";
                            number: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            event: string | null;
                            grade: (1 | 2 | 3 | 4 | 5) | null;
                            ground: ("late" | "manner" | "extra_papers" | "unlawful_charge" | "not_told" | "wrong_handling" | "other") | null;
                            status: "verifying" | "mending" | "calling_back" | "closed";
                            outcome: ("mended" | "not_so" | "struck_out" | "unfounded") | null;
                            appeal: ("open" | "upheld" | "struck_out") | null;
                            openedAt: string;
                            due: {
                                limitId: string;
                                limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                        }[];
                        total: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listTablets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tablets: {
                            tabletId: string;
                            institution: string;
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            window: string;
                            state: "waiting" | "paired" | "ended";
                            endsAt: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    openTablet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    institution: string;
                    window: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tabletId: string;
                        code: string;
                        codeEndsAt: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    matterEvaluations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            event: string;
                            kind: "filing" | "acceptance" | "correction" | "result";
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            on: string;
                            matterId: string;
                            number: string;
                            state: "open" | "changeable" | "given" | "expired";
                            openUntil: string;
                            answer: {
                                grade: 1 | 2 | 3 | 4 | 5;
                                tags: ("quick" | "clear" | "friendly" | "few_visits" | "online_easy" | "slow" | "unclear" | "unfriendly" | "many_visits" | "extra_papers" | "long_queue" | "online_hard")[];
                                words: string;
                                channel: "online" | "link" | "tablet" | "telephone";
                                givenAt: string;
                                changeableUntil: string;
                            } | null;
                            case: {
                                status: "verifying" | "mending" | "calling_back" | "closed";
                                outcome: ("mended" | "not_so" | "struck_out" | "unfounded") | null;
                                due: {
                                    limitId: string;
                                    limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                finding: {
                                    real: boolean;
                                    words: string;
                                    at: string;
                                } | null;
                                mending: {
                                    words: string;
                                    at: string;
                                } | null;
                                closedAt: string | null;
                            } | null;
                        }[];
                        complaints: {
                            caseId: string;
                            matterId: string;
                            number: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            ground: "late" | "manner" | "extra_papers" | "unlawful_charge" | "not_told" | "wrong_handling" | "other";
                            words: string;
                            madeAt: string;
                            case: {
                                status: "verifying" | "mending" | "calling_back" | "closed";
                                outcome: ("mended" | "not_so" | "struck_out" | "unfounded") | null;
                                due: {
                                    limitId: string;
                                    limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                finding: {
                                    real: boolean;
                                    words: string;
                                    at: string;
                                } | null;
                                mending: {
                                    words: string;
                                    at: string;
                                } | null;
                                closedAt: string | null;
                            };
                        }[];
                        mayComplain: boolean;
                        verifyWithin: {
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                        };
                        answerWithin: {
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    mendEvaluation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: {
                            caseId: string;
                            about: "evaluation" | "complaint";
                            number: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            event: string | null;
                            grade: (1 | 2 | 3 | 4 | 5) | null;
                            ground: ("late" | "manner" | "extra_papers" | "unlawful_charge" | "not_told" | "wrong_handling" | "other") | null;
                            status: "verifying" | "mending" | "calling_back" | "closed";
                            outcome: ("mended" | "not_so" | "struck_out" | "unfounded") | null;
                            appeal: ("open" | "upheld" | "struck_out") | null;
                            openedAt: string;
                            due: {
                                limitId: string;
                                limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            seq: number;
                            matterId: string;
                            channel: ("online" | "link" | "tablet" | "telephone") | null;
                            tags: ("quick" | "clear" | "friendly" | "few_visits" | "online_easy" | "slow" | "unclear" | "unfriendly" | "many_visits" | "extra_papers" | "long_queue" | "online_hard")[];
                            words: string;
                            personMasked: string;
                            dues: {
                                limitId: string;
                                limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            steps: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                words: string;
                                details: {
                                    [key: string]: string | number | boolean;
                                };
                            }[];
                            callTries: number;
                            allowed: ("verify" | "decide_complaint" | "mend" | "call_back" | "raise_appeal" | "decide_appeal" | "show_contact")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    myEvaluations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            event: string;
                            kind: "filing" | "acceptance" | "correction" | "result";
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            on: string;
                            matterId: string;
                            number: string;
                            state: "open" | "changeable" | "given" | "expired";
                            openUntil: string;
                            answer: {
                                grade: 1 | 2 | 3 | 4 | 5;
                                tags: ("quick" | "clear" | "friendly" | "few_visits" | "online_easy" | "slow" | "unclear" | "unfriendly" | "many_visits" | "extra_papers" | "long_queue" | "online_hard")[];
                                words: string;
                                channel: "online" | "link" | "tablet" | "telephone";
                                givenAt: string;
                                changeableUntil: string;
                            } | null;
                            case: {
                                status: "verifying" | "mending" | "calling_back" | "closed";
                                outcome: ("mended" | "not_so" | "struck_out" | "unfounded") | null;
                                due: {
                                    limitId: string;
                                    limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                finding: {
                                    real: boolean;
                                    words: string;
                                    at: string;
                                } | null;
                                mending: {
                                    words: string;
                                    at: string;
                                } | null;
                                closedAt: string | null;
                            } | null;
                        }[];
                        complaints: {
                            caseId: string;
                            matterId: string;
                            number: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            ground: "late" | "manner" | "extra_papers" | "unlawful_charge" | "not_told" | "wrong_handling" | "other";
                            words: string;
                            madeAt: string;
                            case: {
                                status: "verifying" | "mending" | "calling_back" | "closed";
                                outcome: ("mended" | "not_so" | "struck_out" | "unfounded") | null;
                                due: {
                                    limitId: string;
                                    limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    dueAt: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                    endedAt: string | null;
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                finding: {
                                    real: boolean;
                                    words: string;
                                    at: string;
                                } | null;
                                mending: {
                                    words: string;
                                    at: string;
                                } | null;
                                closedAt: string | null;
                            };
                        }[];
                        mayComplain: boolean;
                        verifyWithin: {
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                        };
                        answerWithin: {
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    pairTablet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        unitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        window: string;
                        endsAt: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    raiseAppeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    ground: "mistaken" | "malicious";
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: {
                            caseId: string;
                            about: "evaluation" | "complaint";
                            number: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            event: string | null;
                            grade: (1 | 2 | 3 | 4 | 5) | null;
                            ground: ("late" | "manner" | "extra_papers" | "unlawful_charge" | "not_told" | "wrong_handling" | "other") | null;
                            status: "verifying" | "mending" | "calling_back" | "closed";
                            outcome: ("mended" | "not_so" | "struck_out" | "unfounded") | null;
                            appeal: ("open" | "upheld" | "struck_out") | null;
                            openedAt: string;
                            due: {
                                limitId: string;
                                limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            seq: number;
                            matterId: string;
                            channel: ("online" | "link" | "tablet" | "telephone") | null;
                            tags: ("quick" | "clear" | "friendly" | "few_visits" | "online_easy" | "slow" | "unclear" | "unfriendly" | "many_visits" | "extra_papers" | "long_queue" | "online_hard")[];
                            words: string;
                            personMasked: string;
                            dues: {
                                limitId: string;
                                limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            steps: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                words: string;
                                details: {
                                    [key: string]: string | number | boolean;
                                };
                            }[];
                            callTries: number;
                            allowed: ("verify" | "decide_complaint" | "mend" | "call_back" | "raise_appeal" | "decide_appeal" | "show_contact")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    showContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        phone: string | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    tabletAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    askId: string;
                    answer: {
                        commandId: string;
                        grade: 1 | 2 | 3 | 4 | 5;
                        tags: ("quick" | "clear" | "friendly" | "few_visits" | "online_easy" | "slow" | "unclear" | "unfriendly" | "many_visits" | "extra_papers" | "long_queue" | "online_hard")[];
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    tabletNow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        window: string;
                        ask: {
                            askId: string;
                            kind: "filing" | "acceptance" | "correction" | "result";
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            on: string;
                            until: string;
                        } | null;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    verifyEvaluation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenSeq: number;
                    real: boolean;
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        case: {
                            caseId: string;
                            about: "evaluation" | "complaint";
                            number: string;
                            itemName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            event: string | null;
                            grade: (1 | 2 | 3 | 4 | 5) | null;
                            ground: ("late" | "manner" | "extra_papers" | "unlawful_charge" | "not_told" | "wrong_handling" | "other") | null;
                            status: "verifying" | "mending" | "calling_back" | "closed";
                            outcome: ("mended" | "not_so" | "struck_out" | "unfounded") | null;
                            appeal: ("open" | "upheld" | "struck_out") | null;
                            openedAt: string;
                            due: {
                                limitId: string;
                                limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            seq: number;
                            matterId: string;
                            channel: ("online" | "link" | "tablet" | "telephone") | null;
                            tags: ("quick" | "clear" | "friendly" | "few_visits" | "online_easy" | "slow" | "unclear" | "unfriendly" | "many_visits" | "extra_papers" | "long_queue" | "online_hard")[];
                            words: string;
                            personMasked: string;
                            dues: {
                                limitId: string;
                                limit: "verify" | "mend" | "call_back" | "appeal" | "complaint";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                dueAt: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "paused" | "met" | "missed";
                                endedAt: string | null;
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            steps: {
                                seq: number;
                                kind: string;
                                at: string;
                                byName: string;
                                byUnit: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                words: string;
                                details: {
                                    [key: string]: string | number | boolean;
                                };
                            }[];
                            callTries: number;
                            allowed: ("verify" | "decide_complaint" | "mend" | "call_back" | "raise_appeal" | "decide_appeal" | "show_contact")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    approveCatalogueChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                changeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenRevision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        change: {
                            changeId: string;
                            kind: "item" | "process" | "override";
                            status: "draft" | "proposed" | "approved" | "rejected" | "withdrawn";
                            origin: "screen" | "release";
                            subject: string;
                            subjectName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unit: string | null;
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            title: string;
                            baseVersion: number | null;
                            revision: number;
                            changedAt: string;
                            author: {
                                staffId: string | null;
                                name: string;
                            };
                            proposedAt: string | null;
                            decidedAt: string | null;
                            decidedBy: {
                                staffId: string | null;
                                name: string;
                            } | null;
                            effectiveOn: string | null;
                            version: number | null;
                            terms: {
                                title: string;
                                reason: string;
                                effectiveOn: string | null;
                                lawChange: {
                                    document: string;
                                    from: string;
                                    applies: "new_matters" | "undecided_matters_in_favour";
                                } | null;
                            };
                            content: {
                                /** @enum {string} */
                                kind: "item";
                                item: unknown;
                                process: {
                                    processId: string;
                                    bpmn: string;
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "process";
                                processId: string;
                                bpmn: string;
                            } | {
                                /** @enum {string} */
                                kind: "override";
                                taskCode: string;
                                unit: string;
                                fields: {
                                    [key: string]: unknown;
                                };
                            };
                            base: ({
                                /** @enum {string} */
                                kind: "item";
                                item: unknown;
                                process: {
                                    processId: string;
                                    bpmn: string;
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "process";
                                processId: string;
                                bpmn: string;
                            } | {
                                /** @enum {string} */
                                kind: "override";
                                taskCode: string;
                                unit: string;
                                fields: {
                                    [key: string]: unknown;
                                };
                            }) | null;
                            newestVersion: number | null;
                            problems: {
                                pointer: string;
                                code: string;
                                params: {
                                    [key: string]: string | number;
                                };
                                grade: "error" | "warning";
                                text: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            differences: {
                                pointer: string;
                                keys: string[];
                                label: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                what: "added" | "removed" | "changed" | "moved";
                                before: unknown;
                                after: unknown;
                            }[];
                            words: string | null;
                            allowed: ("save" | "propose" | "discard" | "approve" | "reject" | "withdraw")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    checkCatalogueProcess: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    processId: string;
                    bpmn: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: boolean;
                        problems: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                            grade: "error" | "warning";
                            text: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
                        unfinished: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                            grade: "error" | "warning";
                            text: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
                        drawn: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    diffCatalogueDistricts: {
        parameters: {
            query: {
                left: string;
                right: string;
            };
            header?: never;
            path: {
                taskCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        left: string;
                        right: string;
                        differences: {
                            pointer: string;
                            keys: string[];
                            label: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            what: "added" | "removed" | "changed" | "moved";
                            before: unknown;
                            after: unknown;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    diffCatalogueVersions: {
        parameters: {
            query: {
                from: number;
                to: number;
            };
            header?: never;
            path: {
                taskCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        left: string;
                        right: string;
                        differences: {
                            pointer: string;
                            keys: string[];
                            label: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            what: "added" | "removed" | "changed" | "moved";
                            before: unknown;
                            after: unknown;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    discardCatalogueChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                changeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    seenRevision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        discarded: boolean;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    exportCatalogueDiff: {
        parameters: {
            query?: {
                from?: number;
                to?: number;
                left?: string;
                right?: string;
                changeId?: string;
            };
            header?: never;
            path: {
                taskCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    exportCatalogueDiffTable: {
        parameters: {
            query?: {
                from?: number;
                to?: number;
                left?: string;
                right?: string;
                changeId?: string;
            };
            header?: never;
            path: {
                taskCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getCatalogueChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                changeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeId: string;
                        kind: "item" | "process" | "override";
                        status: "draft" | "proposed" | "approved" | "rejected" | "withdrawn";
                        origin: "screen" | "release";
                        subject: string;
                        subjectName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        unit: string | null;
                        unitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        } | null;
                        title: string;
                        baseVersion: number | null;
                        revision: number;
                        changedAt: string;
                        author: {
                            staffId: string | null;
                            name: string;
                        };
                        proposedAt: string | null;
                        decidedAt: string | null;
                        decidedBy: {
                            staffId: string | null;
                            name: string;
                        } | null;
                        effectiveOn: string | null;
                        version: number | null;
                        terms: {
                            title: string;
                            reason: string;
                            effectiveOn: string | null;
                            lawChange: {
                                document: string;
                                from: string;
                                applies: "new_matters" | "undecided_matters_in_favour";
                            } | null;
                        };
                        content: {
                            /** @enum {string} */
                            kind: "item";
                            item: unknown;
                            process: {
                                processId: string;
                                bpmn: string;
                            } | null;
                        } | {
                            /** @enum {string} */
                            kind: "process";
                            processId: string;
                            bpmn: string;
                        } | {
                            /** @enum {string} */
                            kind: "override";
                            taskCode: string;
                            unit: string;
                            fields: {
                                [key: string]: unknown;
                            };
                        };
                        base: ({
                            /** @enum {string} */
                            kind: "item";
                            item: unknown;
                            process: {
                                processId: string;
                                bpmn: string;
                            } | null;
                        } | {
                            /** @enum {string} */
                            kind: "process";
                            processId: string;
                            bpmn: string;
                        } | {
                            /** @enum {string} */
                            kind: "override";
                            taskCode: string;
                            unit: string;
                            fields: {
                                [key: string]: unknown;
                            };
                        }) | null;
                        newestVersion: number | null;
                        problems: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                            grade: "error" | "warning";
                            text: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
                        differences: {
                            pointer: string;
                            keys: string[];
                            label: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            what: "added" | "removed" | "changed" | "moved";
                            before: unknown;
                            after: unknown;
                        }[];
                        words: string | null;
                        allowed: ("save" | "propose" | "discard" | "approve" | "reject" | "withdraw")[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getCatalogueProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                processId: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        processId: string;
                        version: number;
                        newest: number;
                        bpmn: string;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    getCatalogueVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskCode: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        process: string;
                        processVersion: number;
                        item: {
                            catalog_item: {
                                catalog_code: string;
                                code_is_ours: boolean;
                                task_name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                task_type: "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "20";
                                by_law: {
                                    law_name: string;
                                    according_number?: string;
                                    terms_number?: string;
                                    terms_content?: string;
                                }[];
                            };
                            implementation_item: {
                                task_code: string;
                                code_is_ours: boolean;
                                task_version: number;
                                task_state: "in_force" | "suspended" | "cancelled";
                                plan_effective_date: string;
                                dept: {
                                    kind: string;
                                    level: "city" | "district" | "street" | "community";
                                };
                                dept_type: "1" | "2" | "3" | "9";
                                use_level: "1" | "2" | "3" | "4" | "5" | "6" | "7";
                                other_dept: string[];
                                server_type: ("1" | "2" | "3" | "4" | "5" | "6")[];
                                project_type: "1" | "2" | "9";
                                handle_type: ("1" | "2" | "3" | "4" | "9")[];
                                limit_scene_num: number;
                                limit_scene_explain?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                is_online: boolean;
                                is_schedule: boolean;
                                is_pay_online: boolean;
                                is_express: boolean;
                                is_service_terminals: boolean;
                                is_entry_center: boolean;
                                accept_at: ("city" | "district" | "street" | "community")[];
                                area_basis: "residence" | "household_registration" | "business_place" | "site";
                                transact_time?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                link_way?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                supervise_way?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                anticipate_day?: number;
                                anticipate_type: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                anticipate_explain?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                promise_day: number;
                                promise_type: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                promise_explain?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                accept_condition: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                }[];
                                process: string;
                                handle_flow: {
                                    element: string;
                                    name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    standard?: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    working_days?: number;
                                }[];
                                special_procedure: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                }[];
                                limit_explain?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                result_name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                result_type: "certificate" | "approval" | "register_entry" | "payment" | "other";
                                result_valid_months?: number;
                                is_fee: boolean;
                                fees: {
                                    fee_name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    amount_fen: number;
                                    fee_stand: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    is_desc: boolean;
                                }[];
                            };
                            handling_items: {
                                task_handle_item: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                questions: {
                                    id: string;
                                    text: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    why?: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    when?: {
                                        question: string;
                                        any_of: string[];
                                        or?: {
                                            question: string;
                                            any_of: string[];
                                        }[];
                                    }[];
                                    options: {
                                        id: string;
                                        text: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        not_eligible?: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                    }[];
                                    for_parts?: string[];
                                }[];
                                materials: {
                                    material_code: string;
                                    material_name: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    material_type: "original" | "copy" | "original_and_copy" | "form" | "certificate" | "photo";
                                    material_format: ("paper" | "electronic")[];
                                    is_need: "required" | "optional" | "deferrable";
                                    source_type: "applicant" | "government" | "other";
                                    source_explain?: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    issued_by?: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    page_num?: {
                                        original: number;
                                        copy: number;
                                    };
                                    fill_explain?: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    accept_stand: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    filled_by_form?: boolean;
                                    deferral?: {
                                        working_days?: number;
                                        consequence: "remind" | "refuse" | "revoke";
                                    };
                                    promise?: {
                                        promise_text: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        check_within_days?: number;
                                    };
                                    when?: {
                                        question: string;
                                        any_of: string[];
                                        or?: {
                                            question: string;
                                            any_of: string[];
                                        }[];
                                    }[];
                                    for_parts?: {
                                        element: string;
                                        is_need: "required" | "optional" | "deferrable";
                                        accept_stand: {
                                            "zh-CN": string;
                                            "zh-HK": string;
                                            en: string;
                                        };
                                        when?: {
                                            question: string;
                                            any_of: string[];
                                            or?: {
                                                question: string;
                                                any_of: string[];
                                            }[];
                                        }[];
                                    }[];
                                }[];
                                form: {
                                    schema: {
                                        /** @enum {string} */
                                        type: "object";
                                        properties: {
                                            [key: string]: unknown;
                                        };
                                        required?: string[];
                                        allOf?: unknown[];
                                        /** @enum {boolean} */
                                        additionalProperties: false;
                                    };
                                    ui: {
                                        pages: {
                                            id: string;
                                            title: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            why?: {
                                                "zh-CN": string;
                                                "zh-HK": string;
                                                en: string;
                                            };
                                            fields: {
                                                name: string;
                                                widget: "text" | "textarea" | "radio" | "checkboxes" | "select" | "yes_no" | "date" | "integer" | "money" | "area" | "phone" | "identity_number" | "credit_code" | "community" | "bank_account";
                                                label: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                                hint?: {
                                                    "zh-CN": string;
                                                    "zh-HK": string;
                                                    en: string;
                                                };
                                                options?: {
                                                    [key: string]: {
                                                        "zh-CN": string;
                                                        "zh-HK": string;
                                                        en: string;
                                                    };
                                                };
                                                when?: {
                                                    field: string;
                                                    any_of: (string | boolean)[];
                                                };
                                                for_parts?: {
                                                    element: string;
                                                    required: boolean;
                                                    when?: {
                                                        question: string;
                                                        any_of: string[];
                                                        or?: {
                                                            question: string;
                                                            any_of: string[];
                                                        }[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    };
                                };
                            }[];
                            plain_words: string[];
                            summary: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            life_events: ("birth" | "child" | "study" | "work" | "housing" | "residence" | "marriage_family" | "health" | "disability" | "hardship" | "veteran" | "old_age" | "death" | "start_business" | "run_business" | "animals" | "community_life")[];
                            sources: {
                                [key: string]: {
                                    title: string;
                                    publisher?: string;
                                    url?: string;
                                    read_on: string;
                                };
                            };
                            evidence: {
                                [key: string]: {
                                    source?: string;
                                    verified: boolean;
                                    note?: string;
                                };
                            };
                            bundle?: {
                                parts: {
                                    element: string;
                                    task_code: string;
                                    task_handle_item: string;
                                    after: string[];
                                    required: boolean;
                                    on_refused: "stop" | "go_on";
                                    when?: {
                                        question: string;
                                        any_of: string[];
                                        or?: {
                                            question: string;
                                            any_of: string[];
                                        }[];
                                    }[];
                                    prefix: string;
                                    fields: {
                                        [key: string]: string;
                                    };
                                    materials: {
                                        [key: string]: string;
                                    };
                                    answers: {
                                        [key: string]: string;
                                    };
                                    fixed_answers?: {
                                        [key: string]: string;
                                    };
                                    fixed_fields?: {
                                        [key: string]: string | boolean | number;
                                    };
                                    working_days: number;
                                }[];
                                critical_path: string[];
                            };
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listCatalogueChanges: {
        parameters: {
            query?: {
                status?: "draft" | "proposed" | "approved" | "rejected" | "withdrawn";
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            changeId: string;
                            kind: "item" | "process" | "override";
                            status: "draft" | "proposed" | "approved" | "rejected" | "withdrawn";
                            origin: "screen" | "release";
                            subject: string;
                            subjectName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unit: string | null;
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            title: string;
                            baseVersion: number | null;
                            revision: number;
                            changedAt: string;
                            author: {
                                staffId: string | null;
                                name: string;
                            };
                            proposedAt: string | null;
                            decidedAt: string | null;
                            decidedBy: {
                                staffId: string | null;
                                name: string;
                            } | null;
                            effectiveOn: string | null;
                            version: number | null;
                        }[];
                        total: number;
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    openCatalogueChange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    start: {
                        /** @enum {string} */
                        from: "blank";
                    } | {
                        /** @enum {string} */
                        from: "item";
                        taskCode: string;
                    } | {
                        /** @enum {string} */
                        from: "copy";
                        taskCode: string;
                        newTaskCode: string;
                    } | {
                        /** @enum {string} */
                        from: "process";
                        processId: string;
                    } | {
                        /** @enum {string} */
                        from: "bpmn";
                        processId: string;
                        bpmn: string;
                    } | {
                        /** @enum {string} */
                        from: "override";
                        taskCode: string;
                        unit: string;
                    } | {
                        /** @enum {string} */
                        from: "change";
                        changeId: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        change: {
                            changeId: string;
                            kind: "item" | "process" | "override";
                            status: "draft" | "proposed" | "approved" | "rejected" | "withdrawn";
                            origin: "screen" | "release";
                            subject: string;
                            subjectName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unit: string | null;
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            title: string;
                            baseVersion: number | null;
                            revision: number;
                            changedAt: string;
                            author: {
                                staffId: string | null;
                                name: string;
                            };
                            proposedAt: string | null;
                            decidedAt: string | null;
                            decidedBy: {
                                staffId: string | null;
                                name: string;
                            } | null;
                            effectiveOn: string | null;
                            version: number | null;
                            terms: {
                                title: string;
                                reason: string;
                                effectiveOn: string | null;
                                lawChange: {
                                    document: string;
                                    from: string;
                                    applies: "new_matters" | "undecided_matters_in_favour";
                                } | null;
                            };
                            content: {
                                /** @enum {string} */
                                kind: "item";
                                item: unknown;
                                process: {
                                    processId: string;
                                    bpmn: string;
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "process";
                                processId: string;
                                bpmn: string;
                            } | {
                                /** @enum {string} */
                                kind: "override";
                                taskCode: string;
                                unit: string;
                                fields: {
                                    [key: string]: unknown;
                                };
                            };
                            base: ({
                                /** @enum {string} */
                                kind: "item";
                                item: unknown;
                                process: {
                                    processId: string;
                                    bpmn: string;
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "process";
                                processId: string;
                                bpmn: string;
                            } | {
                                /** @enum {string} */
                                kind: "override";
                                taskCode: string;
                                unit: string;
                                fields: {
                                    [key: string]: unknown;
                                };
                            }) | null;
                            newestVersion: number | null;
                            problems: {
                                pointer: string;
                                code: string;
                                params: {
                                    [key: string]: string | number;
                                };
                                grade: "error" | "warning";
                                text: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            differences: {
                                pointer: string;
                                keys: string[];
                                label: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                what: "added" | "removed" | "changed" | "moved";
                                before: unknown;
                                after: unknown;
                            }[];
                            words: string | null;
                            allowed: ("save" | "propose" | "discard" | "approve" | "reject" | "withdraw")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listCatalogueItems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            taskCode: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            state: "in_force" | "suspended" | "cancelled";
                            version: number;
                            process: string;
                            processVersion: number;
                            origin: "screen" | "release";
                            bundle: boolean;
                            deptKind: string;
                            openChanges: number;
                            overrides: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listCatalogueProcesses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        processes: {
                            processId: string;
                            version: number;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            origin: "screen" | "release";
                            items: {
                                taskCode: string;
                                name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            openChanges: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listCatalogueVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        versions: {
                            version: number;
                            process: string;
                            processVersion: number;
                            loadedAt: string;
                            effectiveOn: string | null;
                            origin: "screen" | "release";
                            changeId: string | null;
                            title: string | null;
                            author: {
                                staffId: string | null;
                                name: string;
                            } | null;
                            decidedBy: {
                                staffId: string | null;
                                name: string;
                            } | null;
                            current: boolean;
                            openMatters: number;
                        }[];
                        overrides: {
                            unit: string;
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            number: number;
                            effectiveOn: string;
                            changeId: string;
                            fields: {
                                [key: string]: unknown;
                            };
                            asleep: {
                                pointer: string;
                                code: string;
                                params: {
                                    [key: string]: string | number;
                                };
                                grade: "error" | "warning";
                                text: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            openMatters: number;
                            current: boolean;
                        }[];
                        changes: {
                            changeId: string;
                            kind: "item" | "process" | "override";
                            status: "draft" | "proposed" | "approved" | "rejected" | "withdrawn";
                            origin: "screen" | "release";
                            subject: string;
                            subjectName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unit: string | null;
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            title: string;
                            baseVersion: number | null;
                            revision: number;
                            changedAt: string;
                            author: {
                                staffId: string | null;
                                name: string;
                            };
                            proposedAt: string | null;
                            decidedAt: string | null;
                            decidedBy: {
                                staffId: string | null;
                                name: string;
                            } | null;
                            effectiveOn: string | null;
                            version: number | null;
                        }[];
                        districts: {
                            unit: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    listOverridableFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fields: {
                            pointer: string;
                            label: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            rule: "shorter" | "fewer" | "lower" | "more" | "offered" | "in_favour" | "text";
                            shape: "integer" | "boolean" | "need" | "levels" | "text";
                            value: unknown;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    proposeCatalogueChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                changeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenRevision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        change: {
                            changeId: string;
                            kind: "item" | "process" | "override";
                            status: "draft" | "proposed" | "approved" | "rejected" | "withdrawn";
                            origin: "screen" | "release";
                            subject: string;
                            subjectName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unit: string | null;
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            title: string;
                            baseVersion: number | null;
                            revision: number;
                            changedAt: string;
                            author: {
                                staffId: string | null;
                                name: string;
                            };
                            proposedAt: string | null;
                            decidedAt: string | null;
                            decidedBy: {
                                staffId: string | null;
                                name: string;
                            } | null;
                            effectiveOn: string | null;
                            version: number | null;
                            terms: {
                                title: string;
                                reason: string;
                                effectiveOn: string | null;
                                lawChange: {
                                    document: string;
                                    from: string;
                                    applies: "new_matters" | "undecided_matters_in_favour";
                                } | null;
                            };
                            content: {
                                /** @enum {string} */
                                kind: "item";
                                item: unknown;
                                process: {
                                    processId: string;
                                    bpmn: string;
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "process";
                                processId: string;
                                bpmn: string;
                            } | {
                                /** @enum {string} */
                                kind: "override";
                                taskCode: string;
                                unit: string;
                                fields: {
                                    [key: string]: unknown;
                                };
                            };
                            base: ({
                                /** @enum {string} */
                                kind: "item";
                                item: unknown;
                                process: {
                                    processId: string;
                                    bpmn: string;
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "process";
                                processId: string;
                                bpmn: string;
                            } | {
                                /** @enum {string} */
                                kind: "override";
                                taskCode: string;
                                unit: string;
                                fields: {
                                    [key: string]: unknown;
                                };
                            }) | null;
                            newestVersion: number | null;
                            problems: {
                                pointer: string;
                                code: string;
                                params: {
                                    [key: string]: string | number;
                                };
                                grade: "error" | "warning";
                                text: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            differences: {
                                pointer: string;
                                keys: string[];
                                label: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                what: "added" | "removed" | "changed" | "moved";
                                before: unknown;
                                after: unknown;
                            }[];
                            words: string | null;
                            allowed: ("save" | "propose" | "discard" | "approve" | "reject" | "withdraw")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    rejectCatalogueChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                changeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenRevision: number;
                    words: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        change: {
                            changeId: string;
                            kind: "item" | "process" | "override";
                            status: "draft" | "proposed" | "approved" | "rejected" | "withdrawn";
                            origin: "screen" | "release";
                            subject: string;
                            subjectName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unit: string | null;
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            title: string;
                            baseVersion: number | null;
                            revision: number;
                            changedAt: string;
                            author: {
                                staffId: string | null;
                                name: string;
                            };
                            proposedAt: string | null;
                            decidedAt: string | null;
                            decidedBy: {
                                staffId: string | null;
                                name: string;
                            } | null;
                            effectiveOn: string | null;
                            version: number | null;
                            terms: {
                                title: string;
                                reason: string;
                                effectiveOn: string | null;
                                lawChange: {
                                    document: string;
                                    from: string;
                                    applies: "new_matters" | "undecided_matters_in_favour";
                                } | null;
                            };
                            content: {
                                /** @enum {string} */
                                kind: "item";
                                item: unknown;
                                process: {
                                    processId: string;
                                    bpmn: string;
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "process";
                                processId: string;
                                bpmn: string;
                            } | {
                                /** @enum {string} */
                                kind: "override";
                                taskCode: string;
                                unit: string;
                                fields: {
                                    [key: string]: unknown;
                                };
                            };
                            base: ({
                                /** @enum {string} */
                                kind: "item";
                                item: unknown;
                                process: {
                                    processId: string;
                                    bpmn: string;
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "process";
                                processId: string;
                                bpmn: string;
                            } | {
                                /** @enum {string} */
                                kind: "override";
                                taskCode: string;
                                unit: string;
                                fields: {
                                    [key: string]: unknown;
                                };
                            }) | null;
                            newestVersion: number | null;
                            problems: {
                                pointer: string;
                                code: string;
                                params: {
                                    [key: string]: string | number;
                                };
                                grade: "error" | "warning";
                                text: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            differences: {
                                pointer: string;
                                keys: string[];
                                label: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                what: "added" | "removed" | "changed" | "moved";
                                before: unknown;
                                after: unknown;
                            }[];
                            words: string | null;
                            allowed: ("save" | "propose" | "discard" | "approve" | "reject" | "withdraw")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    saveCatalogueChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                changeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    seenRevision: number;
                    content: {
                        /** @enum {string} */
                        kind: "item";
                        item: unknown;
                        process: {
                            processId: string;
                            bpmn: string;
                        } | null;
                    } | {
                        /** @enum {string} */
                        kind: "process";
                        processId: string;
                        bpmn: string;
                    } | {
                        /** @enum {string} */
                        kind: "override";
                        taskCode: string;
                        unit: string;
                        fields: {
                            [key: string]: unknown;
                        };
                    };
                    terms: {
                        title: string;
                        reason: string;
                        effectiveOn: string | null;
                        lawChange: {
                            document: string;
                            from: string;
                            applies: "new_matters" | "undecided_matters_in_favour";
                        } | null;
                    };
                    rebase?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        change: {
                            changeId: string;
                            kind: "item" | "process" | "override";
                            status: "draft" | "proposed" | "approved" | "rejected" | "withdrawn";
                            origin: "screen" | "release";
                            subject: string;
                            subjectName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unit: string | null;
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            title: string;
                            baseVersion: number | null;
                            revision: number;
                            changedAt: string;
                            author: {
                                staffId: string | null;
                                name: string;
                            };
                            proposedAt: string | null;
                            decidedAt: string | null;
                            decidedBy: {
                                staffId: string | null;
                                name: string;
                            } | null;
                            effectiveOn: string | null;
                            version: number | null;
                            terms: {
                                title: string;
                                reason: string;
                                effectiveOn: string | null;
                                lawChange: {
                                    document: string;
                                    from: string;
                                    applies: "new_matters" | "undecided_matters_in_favour";
                                } | null;
                            };
                            content: {
                                /** @enum {string} */
                                kind: "item";
                                item: unknown;
                                process: {
                                    processId: string;
                                    bpmn: string;
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "process";
                                processId: string;
                                bpmn: string;
                            } | {
                                /** @enum {string} */
                                kind: "override";
                                taskCode: string;
                                unit: string;
                                fields: {
                                    [key: string]: unknown;
                                };
                            };
                            base: ({
                                /** @enum {string} */
                                kind: "item";
                                item: unknown;
                                process: {
                                    processId: string;
                                    bpmn: string;
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "process";
                                processId: string;
                                bpmn: string;
                            } | {
                                /** @enum {string} */
                                kind: "override";
                                taskCode: string;
                                unit: string;
                                fields: {
                                    [key: string]: unknown;
                                };
                            }) | null;
                            newestVersion: number | null;
                            problems: {
                                pointer: string;
                                code: string;
                                params: {
                                    [key: string]: string | number;
                                };
                                grade: "error" | "warning";
                                text: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            differences: {
                                pointer: string;
                                keys: string[];
                                label: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                what: "added" | "removed" | "changed" | "moved";
                                before: unknown;
                                after: unknown;
                            }[];
                            words: string | null;
                            allowed: ("save" | "propose" | "discard" | "approve" | "reject" | "withdraw")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    testRunCatalogueChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                changeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    handlingItem: string;
                    areaUnit: string;
                    channel: "online" | "window";
                    applicant: "person" | "organisation";
                    answers: {
                        [key: string]: string;
                    };
                    form: {
                        [key: string]: unknown;
                    };
                    filedOn?: string;
                    steps: {
                        element: string;
                        outcome: string;
                        afterWorkingDays?: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checklist: {
                            openQuestions: string[];
                            notEligible: {
                                question: string;
                                reason: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            materials: {
                                material_code: string;
                                material_name: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                material_type: "original" | "copy" | "original_and_copy" | "form" | "certificate" | "photo";
                                material_format: ("paper" | "electronic")[];
                                is_need: "required" | "optional" | "deferrable";
                                source_type: "applicant" | "government" | "other";
                                source_explain?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                issued_by?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                page_num?: {
                                    original: number;
                                    copy: number;
                                };
                                fill_explain?: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                accept_stand: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                                filled_by_form?: boolean;
                                deferral?: {
                                    working_days?: number;
                                    consequence: "remind" | "refuse" | "revoke";
                                };
                                promise?: {
                                    promise_text: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    check_within_days?: number;
                                };
                                when?: {
                                    question: string;
                                    any_of: string[];
                                    or?: {
                                        question: string;
                                        any_of: string[];
                                    }[];
                                }[];
                                for_parts?: {
                                    element: string;
                                    is_need: "required" | "optional" | "deferrable";
                                    accept_stand: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                    when?: {
                                        question: string;
                                        any_of: string[];
                                        or?: {
                                            question: string;
                                            any_of: string[];
                                        }[];
                                    }[];
                                }[];
                            }[];
                        };
                        formFaults: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                            text: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
                        accepting: {
                            institution: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        } | null;
                        handling: {
                            institution: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        } | null;
                        dues: {
                            limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                            startedOn: string;
                            dueOn: string;
                            explanation: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
                        steps: {
                            element: string;
                            name: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            what: "task" | "timer" | "message" | "call" | "service";
                            kind: string | null;
                            entry: string | null;
                            institution: string | null;
                            institutionName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            post: string | null;
                            openedOn: string;
                            due: {
                                limit: "notice" | "correction" | "statutory" | "promised" | "link" | "special" | "deferred" | "promise_check" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedOn: string;
                                dueOn: string;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            doneOn: string | null;
                            outcome: string | null;
                            choices: string[];
                            late: boolean;
                        }[];
                        overridden: string[];
                        outcome: ("granted" | "refused" | "ended") | null;
                        endedOn: string | null;
                        problems: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                            grade: "error" | "warning";
                            text: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    withdrawCatalogueChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                changeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commandId: string;
                    seenRevision: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        change: {
                            changeId: string;
                            kind: "item" | "process" | "override";
                            status: "draft" | "proposed" | "approved" | "rejected" | "withdrawn";
                            origin: "screen" | "release";
                            subject: string;
                            subjectName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                            unit: string | null;
                            unitName: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            } | null;
                            title: string;
                            baseVersion: number | null;
                            revision: number;
                            changedAt: string;
                            author: {
                                staffId: string | null;
                                name: string;
                            };
                            proposedAt: string | null;
                            decidedAt: string | null;
                            decidedBy: {
                                staffId: string | null;
                                name: string;
                            } | null;
                            effectiveOn: string | null;
                            version: number | null;
                            terms: {
                                title: string;
                                reason: string;
                                effectiveOn: string | null;
                                lawChange: {
                                    document: string;
                                    from: string;
                                    applies: "new_matters" | "undecided_matters_in_favour";
                                } | null;
                            };
                            content: {
                                /** @enum {string} */
                                kind: "item";
                                item: unknown;
                                process: {
                                    processId: string;
                                    bpmn: string;
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "process";
                                processId: string;
                                bpmn: string;
                            } | {
                                /** @enum {string} */
                                kind: "override";
                                taskCode: string;
                                unit: string;
                                fields: {
                                    [key: string]: unknown;
                                };
                            };
                            base: ({
                                /** @enum {string} */
                                kind: "item";
                                item: unknown;
                                process: {
                                    processId: string;
                                    bpmn: string;
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "process";
                                processId: string;
                                bpmn: string;
                            } | {
                                /** @enum {string} */
                                kind: "override";
                                taskCode: string;
                                unit: string;
                                fields: {
                                    [key: string]: unknown;
                                };
                            }) | null;
                            newestVersion: number | null;
                            problems: {
                                pointer: string;
                                code: string;
                                params: {
                                    [key: string]: string | number;
                                };
                                grade: "error" | "warning";
                                text: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
                            differences: {
                                pointer: string;
                                keys: string[];
                                label: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                } | null;
                                what: "added" | "removed" | "changed" | "moved";
                                before: unknown;
                                after: unknown;
                            }[];
                            words: string | null;
                            allowed: ("save" | "propose" | "discard" | "approve" | "reject" | "withdraw")[];
                        };
                    };
                };
            };
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    hallLive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                institution: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that stays open. Event `changed` with an id; a comment every 20 seconds; `retry: 3000`. It ends with the session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
            /** @description Too many streams are open; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that stays open. Event `changed` with an id; a comment every 20 seconds; `retry: 3000`. It ends with the session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
            /** @description Too many streams are open; `Retry-After` says when to try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        type: string;
                        title: string;
                        status: number;
                        code: string;
                        params: {
                            [key: string]: string | number;
                        };
                        errors?: {
                            pointer: string;
                            code: string;
                            params: {
                                [key: string]: string | number;
                            };
                        }[];
                        instance?: string;
                    };
                };
            };
        };
    };
}

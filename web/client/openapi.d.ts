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
                            when?: {
                                question: string;
                                any_of: string[];
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
                                    when?: {
                                        question: string;
                                        any_of: string[];
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
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
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
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
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
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form") | null;
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                                kind: "review" | "visit" | "inspect" | "decide" | "approve";
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
                            }[];
                            dues: {
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
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
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "non_acceptance_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
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
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
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
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
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
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form") | null;
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                                kind: "review" | "visit" | "inspect" | "decide" | "approve";
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
                            }[];
                            dues: {
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
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
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "non_acceptance_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
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
                            form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form";
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
                            when?: {
                                question: string;
                                any_of: string[];
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
                            limit: "notice" | "statutory" | "promised" | "link" | "service";
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                            startedAt: string;
                            dueOn: string;
                            remaining: number | null;
                            light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
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
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
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
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form") | null;
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                                kind: "review" | "visit" | "inspect" | "decide" | "approve";
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
                            }[];
                            dues: {
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
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
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "non_acceptance_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
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
                        status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
                        acceptingUnitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        dues: {
                            limit: "notice" | "statutory" | "promised" | "link" | "service";
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                            startedAt: string;
                            dueOn: string;
                            remaining: number | null;
                            light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                        status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
                        acceptingUnitName: {
                            "zh-CN": string;
                            "zh-HK": string;
                            en: string;
                        };
                        dues: {
                            limit: "notice" | "statutory" | "promised" | "link" | "service";
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                            startedAt: string;
                            dueOn: string;
                            remaining: number | null;
                            light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                            form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form";
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
                        status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
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
                        completedAt: string | null;
                        outcome: ("granted" | "refused") | null;
                        resultNumber: string | null;
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
                            form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form") | null;
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
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                            kind: "review" | "visit" | "inspect" | "decide" | "approve";
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
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            } | null;
                            allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
                        }[];
                        dues: {
                            limit: "notice" | "statutory" | "promised" | "link" | "service";
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                            startedAt: string;
                            dueOn: string;
                            remaining: number | null;
                            light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                            provisional: boolean;
                            explanation: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
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
                        papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "non_acceptance_notice" | "result")[];
                        allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
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
            };
            header?: never;
            path: {
                matterId: string;
                paper: "receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "non_acceptance_notice" | "result";
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
                        status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
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
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                            limit: "notice" | "statutory" | "promised" | "link" | "service";
                            amount: number;
                            unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                            startedAt: string;
                            dueOn: string;
                            remaining: number | null;
                            light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                            provisional: boolean;
                            explanation: {
                                "zh-CN": string;
                                "zh-HK": string;
                                en: string;
                            };
                        }[];
                        outcome: ("granted" | "refused") | null;
                        completedAt: string | null;
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
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
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
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                                form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form";
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
                            form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form";
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
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
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
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
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
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
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
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form") | null;
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                                kind: "review" | "visit" | "inspect" | "decide" | "approve";
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
                            }[];
                            dues: {
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
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
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "non_acceptance_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
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
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
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
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
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
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form") | null;
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                                kind: "review" | "visit" | "inspect" | "decide" | "approve";
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
                            }[];
                            dues: {
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
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
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "non_acceptance_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
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
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
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
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
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
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form") | null;
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                                kind: "review" | "visit" | "inspect" | "decide" | "approve";
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
                            }[];
                            dues: {
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
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
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "non_acceptance_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
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
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
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
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
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
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form") | null;
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                                kind: "review" | "visit" | "inspect" | "decide" | "approve";
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
                            }[];
                            dues: {
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
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
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "non_acceptance_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
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
                            form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form";
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
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
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
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
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
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form") | null;
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                                kind: "review" | "visit" | "inspect" | "decide" | "approve";
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
                            }[];
                            dues: {
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
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
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "non_acceptance_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
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
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
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
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
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
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form") | null;
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                                kind: "review" | "visit" | "inspect" | "decide" | "approve";
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
                            }[];
                            dues: {
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
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
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "non_acceptance_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
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
                        form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form";
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
                            form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form";
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
                        form: "uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form";
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
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
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
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
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
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form") | null;
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                                kind: "review" | "visit" | "inspect" | "decide" | "approve";
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
                            }[];
                            dues: {
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
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
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "non_acceptance_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
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
                            status: "received" | "correction_requested" | "accepted" | "not_accepted" | "completed" | "withdrawn";
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
                            completedAt: string | null;
                            outcome: ("granted" | "refused") | null;
                            resultNumber: string | null;
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
                                form: ("uploaded" | "seen_at_window" | "from_city" | "deferred" | "filled_in_form") | null;
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
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
                                kind: "review" | "visit" | "inspect" | "decide" | "approve";
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
                                    limit: "notice" | "statutory" | "promised" | "link" | "service";
                                    amount: number;
                                    unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                    startedAt: string;
                                    dueOn: string;
                                    remaining: number | null;
                                    light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                    provisional: boolean;
                                    explanation: {
                                        "zh-CN": string;
                                        "zh-HK": string;
                                        en: string;
                                    };
                                } | null;
                                allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
                            }[];
                            dues: {
                                limit: "notice" | "statutory" | "promised" | "link" | "service";
                                amount: number;
                                unit: "working_day" | "calendar_day" | "hour" | "month" | "on_the_spot";
                                startedAt: string;
                                dueOn: string;
                                remaining: number | null;
                                light: "green" | "yellow" | "red" | "met" | "missed" | "paused";
                                provisional: boolean;
                                explanation: {
                                    "zh-CN": string;
                                    "zh-HK": string;
                                    en: string;
                                };
                            }[];
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
                            papers: ("receipt" | "ticket" | "correction_notice" | "acceptance_notice" | "non_acceptance_notice" | "result")[];
                            allowed: ("accept" | "request_correction" | "refuse_acceptance" | "supplement" | "withdraw" | "claim_link" | "release_link" | "record_finding" | "propose_decision" | "approve_decision" | "return_decision")[];
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
}

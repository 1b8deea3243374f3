// Written by `npm run openapi` from lib/protocols/v1/openapi.json. Never by hand.

export interface paths {
    "/whoami": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who this key is and what it may do. */
        get: operations["account.whoami"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the operations of this API that you can have. */
        get: operations["account.operations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read this document. */
        get: operations["account.openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your developer keys. */
        get: operations["keys.list"];
        put?: never;
        /**
         * Make a developer key.
         * @description The value is told in this answer only (of a standard key also on its page). The new key gets no more access and no more addresses than the key that makes it.
         */
        post: operations["keys.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{sid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one of your developer keys. */
        get: operations["keys.read"];
        put?: never;
        post?: never;
        /** Remove a key. */
        delete: operations["keys.remove"];
        options?: never;
        head?: never;
        /** Change name, note, description, expiry, limits or addresses of a key. */
        patch: operations["keys.edit"];
        trace?: never;
    };
    "/api-keys/{sid}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what became of one of your keys. */
        get: operations["keys.events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{sid}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch a key off. It can be switched on again. */
        post: operations["keys.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{sid}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch a key on again. */
        post: operations["keys.activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{sid}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a key for good. It stays in the list as revoked. */
        post: operations["keys.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{sid}/regenerate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a key a new value.
         * @description sid, name, access, limits and counts stay. Without an overlap the old value opens nothing any more.
         */
        post: operations["keys.regenerate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{sid}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew a pair for another year.
         * @description In its last 60 days. Its values stay.
         */
        post: operations["keys.renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{sid}/leaked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a key leaked, and get another one.
         * @description The key is disabled at once. Its replacement has the same kind, name, access and limits.
         */
        post: operations["keys.report_leak"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{sid}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set what a key may do.
         * @description Never more than the key that asks may do itself.
         */
        put: operations["keys.set_access"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do the same to up to 100 keys.
         * @description Each by itself: what one is refused, the others are not.
         */
        post: operations["keys.bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the developer keys of every account. */
        get: operations["keys.admin_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/api-keys/{sid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a developer key of any account. */
        get: operations["keys.admin_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/api-keys/{sid}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch off a key of any account. */
        post: operations["keys.admin_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/api-keys/{sid}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a key of any account for good. */
        post: operations["keys.admin_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/dead-api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List dead keys that were tried, the latest use first. */
        get: operations["keys.admin_dead_uses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/api-key-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the rules for developer keys. */
        get: operations["settings.read_key_policy"];
        /**
         * Replace the rules for developer keys.
         * @description They hold from the next call. Send them whole; If-Match keeps two changes apart.
         */
        put: operations["settings.write_key_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/access-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the plans of the management API. */
        get: operations["settings.list_access_plans"];
        put?: never;
        /** Make a plan. It holds for nobody until it is assigned. */
        post: operations["settings.create_access_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/access-plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a plan for everybody who has it.
         * @description From their next call. No key is ended by a lower maximum.
         */
        patch: operations["settings.edit_access_plan"];
        trace?: never;
    };
    "/admin/access-plans/{id}/make-default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a plan to everybody without another. */
        post: operations["settings.default_access_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/customers/{number}/access-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give an account a plan of the management API. */
        put: operations["customers.assign_access_plan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read your plan and what is left of this month’s calls. */
        get: operations["account.quota"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how much your keys were used. */
        get: operations["usage.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{sid}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how much one of your keys was used. */
        get: operations["usage.read_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a key pair for a token of fifteen minutes.
         * @description Send the pair as HTTP Basic, the access key as the user and the access secret as the password. The token is sent as Bearer. It may do what the pair may do, and ends with it. A restricted pair needs this operation among its own.
         */
        post: operations["account.token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credentials/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in keys that you found in public.
         * @description Anybody may call it, up to ten times a minute. Keys of this store among them are switched off or their owners told, as the store has decided. The answer is the same whatever they were.
         */
        post: operations["keys.report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leaks/github": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a report of GitHub secret scanning.
         * @description For GitHub, in its own format and signed by it. Answers 404 unless the store takes such reports.
         */
        post: operations["keys.report_github"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your own orders, the newest first. */
        get: operations["orders.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one of your own orders. */
        get: operations["orders.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{number}/invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the invoice of one of your own orders, once it is paid. */
        get: operations["orders.read_invoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your own licences (API Resources), the newest first. */
        get: operations["licences.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licences/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one of your own licences. */
        get: operations["licences.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say whether one of your licences is also offered beta versions. */
        patch: operations["licences.edit"];
        trace?: never;
    };
    "/licences/{number}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Explain how one of your licences came to stand as it does. */
        get: operations["licences.explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your own licences with a fixed term, and what renewing them costs. */
        get: operations["licences.list_renewals"];
        put?: never;
        /**
         * Open the payment page for a further term of some of your licences.
         * @description Nothing is charged by this call: whoever opens the address pays there. Key, activations and remaining time stay.
         */
        post: operations["licences.renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/master-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how your master API key stands. The key itself is shown in My Account only. */
        get: operations["licences.read_master_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licences/{number}/activations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the activations of one of your licences, the newest first. */
        get: operations["activations.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/licences/{number}/activations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an activation of one of your licences and get its place back. */
        delete: operations["activations.delete"];
        options?: never;
        head?: never;
        /**
         * Say in your own words where an activation runs.
         * @description Client software that names its place again at its next activation has the last word.
         */
        patch: operations["activations.rename"];
        trace?: never;
    };
    "/downloads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the files that your licences open now, each with a link.
         * @description A page is counted in licences, the newest first. A licence that opens no file at the moment has no row, so a page may have fewer than asked for, or none, while there are more.
         */
        get: operations["downloads.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the orders of the store, the newest first. */
        get: operations["orders.admin_list"];
        put?: never;
        /**
         * Enter an order that was paid outside the store, or is given away.
         * @description It goes the way of every paid order: keys, mail, and an account for a new address.
         */
        post: operations["orders.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/orders/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an order with its items, licences, activations and money. */
        get: operations["orders.admin_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/orders/{number}/invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the invoice of an order, once it is paid. */
        get: operations["orders.admin_read_invoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/orders/{number}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what happened to an order, the newest first, at most 200 entries. */
        get: operations["orders.read_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/orders/{number}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a note on an order for the other admins. */
        post: operations["orders.add_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/orders/{number}/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back a note of your own. The timeline tells the ids of notes. */
        delete: operations["orders.delete_note"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/orders/{number}/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the mail of a paid order with its keys once more, to the customer’s present address. */
        post: operations["orders.resend_mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/orders/{number}/licences/{licence}/raise-limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a licence of an order more places, or no limit. Only a refund takes places away. */
        post: operations["orders.raise_limit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/orders/{number}/licences/{licence}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a licence of an order live longer, or for good. Never shorter. */
        post: operations["orders.extend_term"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/orders/{number}/refund-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See what a refund would give back and stop. It moves no money. */
        post: operations["orders.preview_refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/orders/{number}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give money back as a preview showed it.
         * @description Where the money came through Stripe, Stripe sends it back; otherwise it is only noted.
         */
        post: operations["orders.refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/refunds/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask Stripe again for a refund whose answer was lost. Never refunds twice. */
        post: operations["orders.finish_refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List where the store and Stripe differ, the newest first.
         * @description The newest hundred of a state. A finding changes nothing until it is applied.
         */
        get: operations["orders.list_findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/findings/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compare the store with Stripe now, as it does each night. */
        post: operations["orders.compare_with_stripe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/findings/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask Stripe again, and bring the store to exactly what the finding shows. */
        post: operations["orders.apply_finding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/findings/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the store as it is, and say why. The same difference is not listed again. */
        post: operations["orders.dismiss_finding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your own subscriptions, those that run first. */
        get: operations["subscriptions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one of your own subscriptions with its invoices. */
        get: operations["subscriptions.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the subscriptions of a customer, those that run first. */
        get: operations["subscriptions.admin_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/subscriptions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a subscription with its invoices. */
        get: operations["subscriptions.admin_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{number}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End one of your subscriptions with the period that is paid. */
        post: operations["subscriptions.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{number}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let one of your subscriptions go on that was to end. */
        post: operations["subscriptions.keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{number}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Collect no renewals until it is resumed. */
        post: operations["subscriptions.pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{number}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Collect renewals again, from the next period on. */
        post: operations["subscriptions.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/subscriptions/{number}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a subscription with the period that is paid. */
        post: operations["subscriptions.admin_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/subscriptions/{number}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a subscription go on that was to end. */
        post: operations["subscriptions.admin_keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/subscriptions/{number}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Collect no renewals until it is resumed. */
        post: operations["subscriptions.admin_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/subscriptions/{number}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Collect renewals again, from the next period on. */
        post: operations["subscriptions.admin_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the licences (API Resources) of the store, the newest first or by their ends. */
        get: operations["licences.admin_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/licences/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a licence with the hints of its keys and what happened to it. */
        get: operations["licences.admin_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/licences/{number}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Explain how a licence came to stand as it does. */
        get: operations["licences.admin_explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/licences/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend, resume or extend up to 100 licences together.
         * @description Revoked licences stay revoked: only their money coming back opens them.
         */
        post: operations["licences.change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/activations/deletions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete up to 100 activations together; their places are free again. */
        post: operations["activations.delete_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/activations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete one activation; its place is free again. */
        delete: operations["activations.admin_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/changes/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a change of licences or activations that you made within the last day. */
        post: operations["licences.undo_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/activations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the activations of the store, the newest first. */
        get: operations["activations.admin_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find what a text stands for: a licence key, a number, an address, a host, a title. */
        post: operations["licences.find_anything"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the customers and admins of the store, the newest first. */
        get: operations["customers.list"];
        put?: never;
        /**
         * Enter a customer. The account has no password until its owner chooses one.
         * @description No mail is sent: “mail a sign-in link” does that.
         */
        post: operations["customers.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/customers/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a customer. Orders, licences and activations are lists with the filter “customer”. */
        get: operations["customers.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/customers/{number}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an account: signed out everywhere, every key stopped. */
        post: operations["customers.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/customers/{number}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a disabled account again. */
        post: operations["customers.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/customers/{number}/sign-in-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a customer a link that signs in once, to their own address and nowhere else. */
        post: operations["customers.mail_sign_in_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/customers/{number}/master-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how the master API key of a customer stands. The key itself is not told. */
        get: operations["customers.read_master_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/customers/{number}/master-key/replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a customer another master API key; the old one opens nothing from then on.
         * @description The customer is told by mail, without the key, and finds it in My Account.
         */
        post: operations["customers.replace_master_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/customers/{number}/master-key/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch the master API key of a customer off. Its activations stay. */
        post: operations["customers.disable_master_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/customers/{number}/master-key/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch the master API key of a customer on again. */
        post: operations["customers.enable_master_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/client-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what client software called, the newest first. */
        get: operations["logs.list_client_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/client-calls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one client call, and what the same call would be told now.
         * @description The log keeps only the hint of a key; “keys_now” has every key it may have been, the likeliest first.
         */
        get: operations["logs.explain_client_call"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/payment-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the events that Stripe sent, the newest first. */
        get: operations["logs.list_payment_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/payment-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an event with its payload, secrets and card details masked. */
        get: operations["logs.read_payment_event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/payment-events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run the handler of an event once more. What was done is not done twice. */
        post: operations["logs.replay_payment_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the mails of the store, the newest first. Neither keys nor links are in them. */
        get: operations["logs.list_mails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/mails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a mail as its reader gets it, keys masked and links that sign in hidden. */
        get: operations["logs.read_mail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/mails/{id}/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a mail that could not be delivered back in the queue. */
        post: operations["logs.send_mail_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/mails/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the order mail that this one was of once more, as a new mail. */
        post: operations["logs.resend_order_mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the audit, the newest entry first. */
        get: operations["logs.list_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/audit/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one entry of the audit. */
        get: operations["logs.read_audit_entry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/audit-chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how far the audit is sealed. */
        get: operations["logs.read_audit_chain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/audit-chain/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compare every sealed entry of the audit with its seal. It changes nothing; a long chain is work. */
        post: operations["logs.verify_audit_chain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read today so far, and the same day last week up to the same time. */
        get: operations["reports.today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports/revenue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what came in and went back by day, for each currency. */
        get: operations["reports.revenue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what client software did by day: activations, calls served, and refusals by reason. */
        get: operations["reports.activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports/expiring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how many licences end on each of the next 30 days. */
        get: operations["reports.expiring"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read which versions run in the field, for the products with most installations. */
        get: operations["reports.versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports/todos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what waits for an admin, the most urgent first. */
        get: operations["reports.todos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports/dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how the database, the jobs, the storage, the mail server, the payments and Dropbox are at this moment. */
        get: operations["reports.dependencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/orders.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export your own orders, the newest first; amounts are minor units. As CSV. */
        get: operations["exports.orders_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/orders.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export your own orders, the newest first; amounts are minor units. As JSON. */
        get: operations["exports.orders_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/licences.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export your own licences, the newest first. As CSV. */
        get: operations["exports.licences_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/licences.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export your own licences, the newest first. As JSON. */
        get: operations["exports.licences_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/activations.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the activations of all your licences, the newest first. As CSV. */
        get: operations["exports.activations_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/activations.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the activations of all your licences, the newest first. As JSON. */
        get: operations["exports.activations_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/downloads.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the files that your licences open now, each with a link. As CSV. */
        get: operations["exports.downloads_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/downloads.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the files that your licences open now, each with a link. As JSON. */
        get: operations["exports.downloads_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/usage.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export how your developer keys were used in the last 400 days (UTC), by day, key, operation and status. As CSV. */
        get: operations["exports.usage_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/usage.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export how your developer keys were used in the last 400 days (UTC), by day, key, operation and status. As JSON. */
        get: operations["exports.usage_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/exports/orders.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the orders of the store, narrowed as their list is; amounts are minor units. As CSV. */
        get: operations["exports.admin_orders_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/exports/orders.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the orders of the store, narrowed as their list is; amounts are minor units. As JSON. */
        get: operations["exports.admin_orders_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/exports/customers.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the customers of the store, narrowed as their list is. As CSV. */
        get: operations["exports.admin_customers_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/exports/customers.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the customers of the store, narrowed as their list is. As JSON. */
        get: operations["exports.admin_customers_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/exports/licences.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the licences of the store, narrowed as their list is. As CSV. */
        get: operations["exports.admin_licences_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/exports/licences.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the licences of the store, narrowed as their list is. As JSON. */
        get: operations["exports.admin_licences_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/exports/activations.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the activations of the store, narrowed as their list is. As CSV. */
        get: operations["exports.admin_activations_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/exports/activations.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the activations of the store, narrowed as their list is. As JSON. */
        get: operations["exports.admin_activations_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/exports/client-calls.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export what client software called, narrowed as the list is. As CSV. */
        get: operations["exports.admin_client_calls_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/exports/client-calls.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export what client software called, narrowed as the list is. As JSON. */
        get: operations["exports.admin_client_calls_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/exports/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the audit, narrowed as its list is. As CSV. */
        get: operations["exports.admin_audit_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/exports/audit.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the audit, narrowed as its list is. As JSON. */
        get: operations["exports.admin_audit_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the products of the store by title, on sale or not. */
        get: operations["products.list"];
        put?: never;
        /**
         * Begin a product as a draft with its first plan.
         * @description Nobody sees it until its standing is `published`. Without a `slug` one is made from the title.
         */
        post: operations["products.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a product with its texts, its licensing and all its plans. */
        get: operations["products.read"];
        put?: never;
        post?: never;
        /**
         * Delete a product that was never used.
         * @description Anything sold, made or kept under it keeps it for good; such a product is archived.
         */
        delete: operations["products.delete"];
        options?: never;
        head?: never;
        /**
         * Change the texts that sell a product.
         * @description A text that is left out stays. Storefront and client software say so from the next read on.
         */
        patch: operations["products.edit"];
        trace?: never;
    };
    "/admin/products/{number}/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the pages and requirements that client software shows of a product.
         * @description A text that is left out stays.
         */
        patch: operations["products.edit_docs"];
        trace?: never;
    };
    "/admin/products/{number}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a product into the storefront, take it out, or archive it.
         * @description Out of the storefront nobody can buy it; keys, activations and downloads of those who have it go on in every standing. An archived product becomes a draft first.
         */
        put: operations["products.set_standing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products/{number}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a plan with the licensing terms of its product.
         * @description It is on sale as soon as its product is.
         */
        post: operations["products.add_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products/{number}/plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a plan with its terms in force. */
        get: operations["products.read_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what a plan is sold as, for what is bought from now on.
         * @description What is left out stays. Orders and subscriptions keep the price they were made with.
         */
        patch: operations["products.edit_plan"];
        trace?: never;
    };
    "/admin/products/{number}/plans/{plan}/on-sale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Archive a plan, or put it on sale again.
         * @description What was bought of an archived plan goes on. A product in the storefront keeps at least one on sale.
         */
        put: operations["products.set_plan_on_sale"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products/{number}/licensing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the licensing terms of a product, and which plans go their own way.
         * @description For what is bought from now on. A term that a plan of the list leaves out follows the product; a plan that is not in the list stays as it is.
         */
        put: operations["products.edit_licensing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products/{number}/update-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set who gets which versions of a product.
         * @description What is left out stays. The switches hold at once and for every licence; the days of a plan hold for what is bought from now on.
         */
        patch: operations["products.edit_update_rules"];
        trace?: never;
    };
    "/admin/products/{number}/plans/{plan}/terms-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count what the terms of a plan would change for the licences that exist. */
        post: operations["products.preview_terms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products/{number}/plans/{plan}/apply-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the terms of a plan reach the licences that exist.
         * @description Send the terms as the preview and the product told them: a plan that says something else by now is refused. The licences follow in batches, each with its own audit entry.
         */
        post: operations["products.apply_terms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products/{number}/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all versions of a product, newest first, whatever their state. */
        get: operations["releases.list"];
        put?: never;
        /**
         * Begin a version as a draft without files.
         * @description Nobody is offered it until it is published. Without `released_on` it is of today.
         */
        post: operations["releases.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products/{number}/releases/{release}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version with its files. */
        get: operations["releases.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is said about a version, published or not.
         * @description What is left out stays. Only a draft can be renumbered.
         */
        patch: operations["releases.edit"];
        trace?: never;
    };
    "/admin/products/{number}/releases/{release}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offer a draft to those whose licences cover it.
         * @description A version that is published already stays as it is.
         */
        post: operations["releases.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products/{number}/releases/{release}/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a published version a draft again.
         * @description Nobody is offered it from now on, and links to its files that are out are refused.
         */
        post: operations["releases.unpublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products/{number}/releases/{release}/yank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a published version, with a reason for the record.
         * @description The newest of the others takes its place. Withdrawn again, it keeps the first reason.
         */
        post: operations["releases.yank"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products/{number}/releases/{release}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a withdrawal: the version is offered again as it was.
         * @description The reason of the withdrawal stays in the audit.
         */
        post: operations["releases.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products/{number}/releases/{release}/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a file of a version in one request.
         * @description The body is the file as it is; size, SHA-256 and content are checked before it belongs to the version. It must arrive within a minute: a larger file is sent in parts by an upload. The same file again is the one that is there.
         */
        post: operations["releases.upload_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products/{number}/releases/{release}/remote-artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a file that lies at an https address outside the store.
         * @description It is fetched once to find its size and SHA-256. Customers are sent to the address.
         */
        post: operations["releases.add_remote_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/remote-file-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fetch a file at an https address once and tell its size and SHA-256, keeping nothing. */
        post: operations["releases.check_remote_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products/{number}/releases/{release}/artifacts/{artifact}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a file off a draft.
         * @description A published version never loses a file. A file that is gone already is no change.
         */
        delete: operations["releases.remove_file"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/products/{number}/releases/{release}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what is on its way to a version, whoever sends it. */
        get: operations["releases.list_uploads"];
        put?: never;
        /**
         * Begin to send a file in parts, or go on with what you began.
         * @description Name, size and sender recognise an unfinished upload; `received_bytes` says where the next part begins. What nobody goes on with is forgotten after a week.
         */
        post: operations["releases.begin_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/uploads/{upload}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how an upload stands. */
        get: operations["releases.read_upload"];
        put?: never;
        post?: never;
        /** Give an unfinished upload up and forget its bytes. */
        delete: operations["releases.cancel_upload"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/uploads/{upload}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send the next bytes of an upload.
         * @description Offset 0 begins anew. After a lost connection read the upload and go on at `received_bytes`.
         */
        put: operations["releases.send_part"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/uploads/{upload}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that every byte was sent, and what their SHA-256 must be.
         * @description The store checks and keeps the file within seconds; read the upload to see what became of it.
         */
        post: operations["releases.finish_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/uploads/{upload}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Store a stalled upload again with the bytes that are here. */
        post: operations["releases.retry_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/associated-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the products by title with their stock of associated keys. */
        get: operations["associated_keys.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/associated-keys/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the stock of a product. */
        get: operations["associated_keys.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/associated-keys/{number}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the keys in the stock of a product by their hints, the next to be handed out first. */
        get: operations["associated_keys.list_keys"];
        put?: never;
        /**
         * Add keys to the stock of a product, or say what adding them would do.
         * @description Give `keys` as a list, or `csv` whose first line names a column `key` (and maybe `product`); without such a line each line is a key. The good rows are added together, the others are told. The same list again adds nothing.
         */
        post: operations["associated_keys.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/associated-keys/{number}/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete one key that nobody has from the stock of a product. */
        delete: operations["associated_keys.delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/associated-keys/{number}/empty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delete every key that nobody has from the stock of a product. */
        post: operations["associated_keys.delete_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/associated-keys/{number}/hand-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the purchases that found the stock empty their keys now, oldest first.
         * @description At most 500 at once.
         */
        post: operations["associated_keys.hand_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the settings of the store. */
        get: operations["settings.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change settings of the store; what is left out stays. */
        patch: operations["settings.edit"];
        trace?: never;
    };
    "/admin/settings/legal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the legal pages of the store as they were written. */
        get: operations["settings.read_legal_pages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Write legal pages of the store; what is left out stays.
         * @description Each is shown at /legal/ with its name, in the footer and beside Pay. An empty text takes its page away.
         */
        patch: operations["settings.edit_legal_pages"];
        trace?: never;
    };
    "/admin/settings/storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read where files lie and where new ones go, without the secret. */
        get: operations["settings.read_storage"];
        /**
         * Set where files lie and where new ones go.
         * @description Send it whole. A bucket in which files of versions lie cannot be taken out.
         */
        put: operations["settings.edit_storage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/settings/storage/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try storage settings before they are saved, with a tiny file. */
        post: operations["settings.test_storage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/settings/mail/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test mail to the address of the account behind the key. */
        post: operations["settings.test_mail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/settings/payments/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the payment service whose key this store has. Changes nothing.
         * @description A store with demo payments has nothing to try, and says that it works.
         */
        post: operations["settings.test_payments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/settings/dropbox/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask Dropbox whether it knows an app key, and could reach this store. */
        post: operations["settings.test_dropbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the endpoints that are told what happens in the store.
         * @description The oldest first, all at once: a store has at most 20.
         */
        get: operations["webhooks.list"];
        put?: never;
        /** Add an endpoint, which is told of what happens from now on. */
        post: operations["webhooks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an endpoint. Its secret is not told again. */
        get: operations["webhooks.read"];
        put?: never;
        post?: never;
        /** Remove an endpoint with the log of its deliveries. */
        delete: operations["webhooks.remove"];
        options?: never;
        head?: never;
        /**
         * Change where an endpoint is, what it is called and what it is told of.
         * @description What is left out stays. A new address holds for what waits as well.
         */
        patch: operations["webhooks.edit"];
        trace?: never;
    };
    "/admin/webhooks/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch an endpoint on again.
         * @description What it missed is sent by `recover`.
         */
        post: operations["webhooks.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/webhooks/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch an endpoint off.
         * @description What waits for it is not sent. What happens meanwhile can be recovered.
         */
        post: operations["webhooks.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an endpoint a new signing secret.
         * @description During the overlap every message carries a signature by each of the two secrets.
         */
        post: operations["webhooks.rotate_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an endpoint a test event.
         * @description Its delivery tells what came of it.
         */
        post: operations["webhooks.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/webhooks/{id}/recover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an endpoint everything since an instant that did not arrive there.
         * @description At most 2,000 messages at once, the oldest first; `has_more` asks for another call.
         */
        post: operations["webhooks.recover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what an endpoint was told, is being told, or could not be told.
         * @description The newest first, 60 days back.
         */
        get: operations["webhooks.list_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/webhooks/{id}/deliveries/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a delivery with its body and every attempt. */
        get: operations["webhooks.read_delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/webhooks/{id}/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message to its endpoint once more, under the same id. */
        post: operations["webhooks.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/webhook-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List every type of event with the JSON Schema of its message. */
        get: operations["webhooks.list_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports/client-service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how client calls were served: how many, how many not, and how fast. */
        get: operations["reports.client_service"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what the store still has to do by kind, and the jobs it gave up. */
        get: operations["reports.jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a job that was given up back in the queue, with all its attempts. */
        post: operations["logs.retry_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/reports/software": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the versions of the store and of what it runs on, and the state of its migrations. */
        get: operations["reports.software"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the backups, the newest first, with the rehearsals of their restore.
         * @description The newest sixty. An archive itself is downloaded by a person who has just proved who they are.
         */
        get: operations["settings.list_backups"];
        put?: never;
        /** Begin a backup; the list says how far it is. */
        post: operations["settings.start_backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/backups/rehearse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin the rehearsal of a restore of the newest backup, beside the store.
         * @description Refused as in conflict while one is under way, when there is no whole backup, and where the store’s role may not create databases.
         */
        post: operations["settings.start_drill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a place of a licence for an instance.
         * @description A client call: the key is a licence key.
         */
        post: operations["client.activations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deactivations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the place of an instance back.
         * @description A client call: the key is a licence key.
         */
        post: operations["client.deactivations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask whether an instance holds a place, and until when.
         * @description A client call: the key is a licence key.
         */
        post: operations["client.status_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a licence key opens.
         * @description A client call: the key is a licence key.
         */
        get: operations["client.products"];
        put?: never;
        /**
         * List what a licence key opens.
         * @description A client call: the key is a licence key.
         */
        post: operations["client.products_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask for the newest version, and with a live activation where to fetch it.
         * @description A client call: the key is a licence key.
         */
        get: operations["client.updates"];
        put?: never;
        /**
         * Ask for the newest version, and with a live activation where to fetch it.
         * @description A client call: the key is a licence key.
         */
        post: operations["client.updates_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Caller: {
            sid: string;
            /** @enum {string} */
            kind: "standard" | "secret" | "pair";
            /** @description True for a fifteen-minute token, which stands for its pair. */
            is_token: boolean;
            access: components["schemas"]["KeyAccess"];
            owner: {
                number: number;
                email: string;
                /** @enum {string} */
                role: "customer" | "admin";
                has_second_factor: boolean;
            };
            limits: {
                /** @description Calls of this key within `key_seconds`. */
                key_calls: number;
                key_seconds: number;
                /** @description Calls of all keys of the owner together. */
                owner_calls_per_minute: number;
                /** @description Calls of this key in a month; null = no cap. */
                monthly_cap: number | null;
                /** @description Calls of the owner’s plan in a month; null = unlimited. */
                monthly_quota: number | null;
            };
        };
        /** @description Every operation of the owner, or only those named by their ids. */
        KeyAccess: {
            /** @enum {string} */
            mode: "full";
        } | {
            /** @enum {string} */
            mode: "restricted";
            operations: string[];
        };
        ListedOperation: {
            /** @description What a restricted key names. */
            id: string;
            /** @enum {string} */
            area: "account" | "keys" | "usage" | "orders" | "licences" | "activations" | "downloads" | "exports" | "products" | "releases" | "associated_keys" | "customers" | "webhooks" | "settings" | "logs" | "reports";
            /** @enum {string} */
            access: "read" | "write";
            /** @enum {string} */
            audience: "public" | "owner" | "admin";
            method: string;
            path: string;
            summary: string;
        };
        /** @description A developer key. Nothing in it opens anything. */
        ApiKey: {
            /** Format: uuid */
            id: string;
            sid: string;
            /** @enum {string} */
            kind: "standard" | "secret" | "pair";
            is_default: boolean;
            name: string;
            note: string | null;
            description: string | null;
            /** @description The beginning of the key; of a pair its whole access key id. */
            prefix: string;
            /** @enum {string} */
            state: "active" | "disabled" | "expired" | "revoked";
            /**
             * @description Why an active key is refused for now.
             * @enum {string|null}
             */
            blocked: "mfa_off" | "pairs_not_in_plan" | null;
            /** Format: date-time */
            expires_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** @enum {string} */
            created_by: "you" | "system" | "administrator";
            access: components["schemas"]["KeyAccess"];
            addresses: string[];
            headers_only: boolean;
            rate: components["schemas"]["KeyRate"];
            monthly_cap: number | null;
            /** @description How many values it has had. */
            generation: number;
            /** Format: date-time */
            secret_made_at: string;
            /**
             * Format: date-time
             * @description The value before it works until then.
             */
            overlap_ends_at: string | null;
            rotate_days: number | null;
            /** Format: date-time */
            last_used_at: string | null;
            last_used_from: string | null;
            /** Format: date-time */
            seen_in_url_at: string | null;
            /** Format: date-time */
            sent_in_clear_at: string | null;
            /** Format: date-time */
            leaked_at: string | null;
            /** @description Not used for 90 days. */
            is_unused: boolean;
            is_rotation_due: boolean;
            calls_this_month: number;
            rejected_this_month: number;
        };
        /** @description So many calls in each second, minute, hour or day. */
        KeyRate: {
            calls: number;
            /** @enum {string} */
            window: "second" | "minute" | "hour" | "day";
        } | null;
        /** @description What opens the API. It is told once, in this answer. */
        KeyValue: {
            /** @enum {string} */
            kind: "standard" | "secret";
            key: string;
        } | {
            /** @enum {string} */
            kind: "pair";
            access_key_id: string;
            access_secret: string;
        };
        /** @description A refusal (RFC 9457). */
        Problem: {
            /** @description A page that explains the code. */
            type: string;
            title: string;
            status: number;
            /** @description What happened and what to do. */
            detail: string;
            code: string;
            /** @description Names this one refusal, as the header X-Request-Id does. */
            request_id: string;
            errors?: {
                field: string;
                problem: string;
            }[];
            /** @description Seconds until another try is worth while, as the header Retry-After says. */
            retry_after?: number;
        };
        NewApiKey: {
            /** @enum {string} */
            kind: "standard" | "secret" | "pair";
            name: string;
            /** @description The short remark in the list. */
            note?: string | null;
            description?: string | null;
            /**
             * Format: date-time
             * @description In the future; a pair’s year is fixed.
             */
            expires_at?: string | null;
            /** @description IPv4 or IPv6 addresses and CIDR blocks; empty = anywhere. */
            addresses?: string[];
            /** @description Refused in the query string. */
            headers_only?: boolean;
            /** @description Null = the store’s own. */
            rate?: {
                calls: number;
                /** @enum {string} */
                window: "second" | "minute" | "hour" | "day";
            } | null;
            monthly_cap?: number | null;
            /** @description A standard key gets a new secret so often. */
            rotate_days?: number | null;
            /** @default true */
            is_active?: boolean;
            /** @description Left out: what the calling key may do itself. */
            access?: {
                /** @enum {string} */
                mode: "full";
            } | {
                /** @enum {string} */
                mode: "restricted";
                operations: string[];
            };
        };
        ApiKeyChange: {
            name?: string;
            /** @description The short remark in the list. */
            note?: string | null;
            description?: string | null;
            /**
             * Format: date-time
             * @description In the future; a pair’s year is fixed.
             */
            expires_at?: string | null;
            /** @description IPv4 or IPv6 addresses and CIDR blocks; empty = anywhere. */
            addresses?: string[];
            /** @description Refused in the query string. */
            headers_only?: boolean;
            /** @description Null = the store’s own. */
            rate?: {
                calls: number;
                /** @enum {string} */
                window: "second" | "minute" | "hour" | "day";
            } | null;
            monthly_cap?: number | null;
            /** @description A standard key gets a new secret so often. */
            rotate_days?: number | null;
        };
        KeyEvent: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            by: "you" | "administrator" | "system" | "client";
            /** @description The key that your program used. */
            via_sid: string | null;
            address: string | null;
            action: string;
            /** @description The members that changed, as they were. */
            before?: unknown;
            after?: unknown;
        };
        /** @description A developer key with its owner. Administrators never see a value. */
        OwnedApiKey: {
            /** Format: uuid */
            id: string;
            sid: string;
            /** @enum {string} */
            kind: "standard" | "secret" | "pair";
            is_default: boolean;
            name: string;
            note: string | null;
            description: string | null;
            /** @description The beginning of the key; of a pair its whole access key id. */
            prefix: string;
            /** @enum {string} */
            state: "active" | "disabled" | "expired" | "revoked";
            /**
             * @description Why an active key is refused for now.
             * @enum {string|null}
             */
            blocked: "mfa_off" | "pairs_not_in_plan" | null;
            /** Format: date-time */
            expires_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** @enum {string} */
            created_by: "you" | "system" | "administrator";
            access: components["schemas"]["KeyAccess"];
            addresses: string[];
            headers_only: boolean;
            rate: components["schemas"]["KeyRate"];
            monthly_cap: number | null;
            /** @description How many values it has had. */
            generation: number;
            /** Format: date-time */
            secret_made_at: string;
            /**
             * Format: date-time
             * @description The value before it works until then.
             */
            overlap_ends_at: string | null;
            rotate_days: number | null;
            /** Format: date-time */
            last_used_at: string | null;
            last_used_from: string | null;
            /** Format: date-time */
            seen_in_url_at: string | null;
            /** Format: date-time */
            sent_in_clear_at: string | null;
            /** Format: date-time */
            leaked_at: string | null;
            /** @description Not used for 90 days. */
            is_unused: boolean;
            is_rotation_due: boolean;
            calls_this_month: number;
            rejected_this_month: number;
            owner: {
                number: number;
                email: string;
            };
        };
        /** @description A value that opens nothing any more, and that somebody tried since. */
        DeadKeyUse: {
            sid: string;
            owner: {
                number: number;
                email: string;
            } | null;
            name: string;
            prefix: string;
            /** @enum {string} */
            cause: "deleted" | "revoked" | "replaced";
            /** Format: date-time */
            died_at: string;
            /** Format: date-time */
            seen_at: string;
            seen_from: string | null;
            seen_times: number;
        };
        ApiKeyPolicy: {
            /** @description Kinds of key that owners may make. */
            allowed_kinds: ("standard" | "secret" | "pair")[];
            /**
             * @description When the value of a standard key is shown again.
             * @enum {string}
             */
            reveal: "always" | "step_up" | "never";
            /** @description Every account has a key made by the system. */
            default_key: boolean;
            /** @description 0 = no cap. */
            max_lifetime_days: number;
            /**
             * @description Kinds that work only while their owner has a second factor.
             * @enum {string}
             */
            mfa_required_for: "pair" | "all" | "none";
            /** @description Keys are taken in the query string of GET and HEAD. */
            query_keys: boolean;
            /** @description 0 = never. */
            rotation_reminder_days: number;
            /** @enum {string} */
            leak_action: "disable" | "notify";
            /** @description The IANA time zone whose months are counted. */
            billing_zone: string;
            calls_per_minute_per_key: number;
            calls_per_minute_per_address: number;
        };
        /** @description What an account may have of the management API. */
        AccessPlan: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Standard and secret keys; null = unlimited. */
            max_keys: number | null;
            max_pairs: number;
            allows_pairs: boolean;
            /** @description Calls in a calendar month; null = unlimited. */
            monthly_calls: number | null;
            /** @description Of all keys of one account together. */
            calls_per_minute: number;
            is_default: boolean;
            /** Format: date-time */
            created_at: string;
            customer_count: number;
        };
        Quota: {
            plan: {
                name: string;
                /** @description Null = unlimited. */
                max_keys: number | null;
                max_pairs: number;
                allows_pairs: boolean;
                /** @description Null = unlimited. */
                monthly_calls: number | null;
                calls_per_minute: number;
            };
            /** @description YYYY-MM in the time zone of the store. */
            period: string;
            used: number;
            /** @description Null = unlimited. */
            remaining: number | null;
            /** Format: date-time */
            resets_at: string;
        };
        Usage: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            days: {
                /** Format: date */
                day: string;
                calls: number;
                /** @description Answered with 400 or more, but 401 and 429. */
                errors: number;
                /** @description Answered with 401 or 429; not among `calls`. */
                rejected: number;
            }[];
            operations: {
                operation: string;
                calls: number;
                errors: number;
            }[];
            statuses: {
                status: number;
                calls: number;
            }[];
            keys: {
                sid: string | null;
                name: string | null;
                calls: number;
            }[];
            flags: components["schemas"]["KeyFlag"][];
        };
        /** @description Something unusual about a key. */
        KeyFlag: {
            id: string;
            sid: string;
            /** @enum {string} */
            kind: "new_network" | "busy" | "errors" | "woken" | "dead_key_used";
            /** Format: date-time */
            at: string;
            facts: {
                [key: string]: string | number;
            };
        };
        KeyUsage: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            days: {
                /** Format: date */
                day: string;
                calls: number;
                /** @description Answered with 400 or more, but 401 and 429. */
                errors: number;
                /** @description Answered with 401 or 429; not among `calls`. */
                rejected: number;
            }[];
            operations: {
                operation: string;
                calls: number;
                errors: number;
            }[];
            statuses: {
                status: number;
                calls: number;
            }[];
            networks: {
                block: string;
                calls: number;
                /** Format: date-time */
                first_seen_at: string;
                /** Format: date-time */
                last_seen_at: string;
            }[];
            flags: components["schemas"]["KeyFlag"][];
            /** @description What would have been enough in the last 90 days; null when that cannot be said yet. */
            suggested_operations: string[] | null;
        };
        Token: {
            access_token: string;
            /** @enum {string} */
            token_type: "Bearer";
            expires_in: number;
        };
        Invoice: {
            number: string;
            order_number: number;
            /** Format: date-time */
            issued_at: string;
            currency: string;
            seller: {
                name: string;
                address: string;
                vat_id: string;
                note: string;
            };
            buyer: {
                name: string | null;
                company: string | null;
                vat_id: string | null;
                address: string | null;
                email: string;
            };
            lines: {
                product: string;
                plan: string;
                quantity: number;
                unit_amount: number;
                amount: number;
            }[];
            subtotal_amount: number;
            discount_amount: number;
            discount_code: string | null;
            taxes: {
                name: string;
                percentage: string | null;
                country: string | null;
                amount: number;
                taxable_amount: number | null;
                reason: string | null;
            }[];
            tax_is_included: boolean;
            total_amount: number;
            payments: {
                /** Format: date-time */
                paid_at: string;
                amount: number;
                /** @enum {string} */
                by: "stripe" | "outside";
                reference: string | null;
            }[];
            credits: {
                /** Format: date-time */
                created_at: string;
                amount: number;
                is_pending: boolean;
            }[];
            kept_amount: number;
            sold_by_stripe: boolean;
            is_demo: boolean;
        };
        ListedProduct: {
            /** Format: uuid */
            id: string;
            number: number;
            title: string;
            /** @enum {string} */
            standing: "published" | "draft" | "archived";
            newest_version: string | null;
            drafts: number;
            licences: number;
            plans: {
                number: number;
                name: string;
            }[];
        };
        Product: {
            title: string;
            slug: string;
            tagline: string;
            description_md: string;
            category: string;
            platform: string;
            author: string;
            page_url: string;
            /** Format: uuid */
            id: string;
            number: number;
            /** @enum {string} */
            standing: "published" | "draft" | "archived";
            /** Format: date-time */
            published_at: string | null;
            docs: {
                changelog_url: string;
                documentation_url: string;
                requires_version: string;
                tested_version: string;
                requires_php: string;
                installation_md: string;
                faq_md: string;
                screenshots_md: string;
                other_notes_md: string;
            };
            licensing: {
                /** @description What client software of 2013 to 2018 sends instead of a number. */
                legacy_title: string | null;
                /** @description Places for each unit bought; null: unlimited. */
                activation_limit: number | null;
                /** @description Days of use; null: for good, or as long as a subscription is paid. */
                term_days: number | null;
                /** @description Days of new versions; null: as long as the licence lives. */
                update_days: number | null;
            };
            update_rules: {
                keeps_releases: boolean;
                delivers_files: boolean;
            };
            plans: components["schemas"]["Plan"][];
        };
        Plan: {
            /** Format: uuid */
            id: string;
            number: number;
            name: string;
            position: number;
            /** @description Minor units of `currency`. */
            unit_amount: number;
            /** @description ISO 4217, lower case. */
            currency: string;
            /**
             * @description Null: paid once.
             * @enum {string|null}
             */
            billing_interval: "month" | "year" | null;
            /** @description Days that a first subscription costs nothing. */
            trial_days: number | null;
            /** @description Places for each unit bought; null: unlimited. */
            activation_limit: number | null;
            /** @description Days of use; null: for good, or as long as a subscription is paid. */
            term_days: number | null;
            /** @description Days of new versions; null: as long as the licence lives. */
            update_days: number | null;
            /** @description The terms that change with those of the product. */
            follows_product: ("activation_limit" | "term_days" | "update_days")[];
            /** Format: date-time */
            archived_at: string | null;
            /** @description Ever made of it. */
            licences: number;
        };
        ListedRelease: {
            /** Format: uuid */
            id: string;
            version: string;
            /** @enum {string} */
            channel: "stable" | "beta";
            /** @enum {string} */
            state: "draft" | "published" | "withdrawn";
            /** @description The one that everybody with updates is offered. */
            is_newest: boolean;
            /** Format: date-time */
            released_at: string;
            files: number;
            /** @description Of all its files together. */
            size_bytes: number;
        };
        Release: {
            /** Format: uuid */
            id: string;
            version: string;
            /** @enum {string} */
            channel: "stable" | "beta";
            /** @enum {string} */
            state: "draft" | "published" | "withdrawn";
            /** Format: date-time */
            released_at: string;
            changelog_md: string;
            upgrade_notice: string;
            /** @description Empty: as the product says. */
            requires_version: string;
            tested_version: string;
            requires_php: string;
            /** Format: date-time */
            published_at: string | null;
            /** Format: date-time */
            withdrawn_at: string | null;
            withdrawal_reason: string;
            /** @description By name; client software fetches the first. */
            artifacts: components["schemas"]["Artifact"][];
        };
        Artifact: {
            /** Format: uuid */
            id: string;
            file_name: string;
            platform: string;
            /** @enum {string} */
            source: "local" | "s3" | "remote";
            /** @description Where a remote file lies; null for one that the store keeps. */
            address: string | null;
            size_bytes: number;
            sha256: string;
            /**
             * Format: date-time
             * @description When the store itself last found this size and SHA-256.
             */
            verified_at: string | null;
        };
        SentFile: {
            /**
             * Format: uuid
             * @description Null: the version had this very file already.
             */
            upload_id: string | null;
            /** @description Null while the store is still keeping it; the upload tells. */
            artifact: {
                /** Format: uuid */
                id: string;
                file_name: string;
                platform: string;
                /** @enum {string} */
                source: "local" | "s3" | "remote";
                /** @description Where a remote file lies; null for one that the store keeps. */
                address: string | null;
                size_bytes: number;
                sha256: string;
                /**
                 * Format: date-time
                 * @description When the store itself last found this size and SHA-256.
                 */
                verified_at: string | null;
            } | null;
        };
        Upload: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            release_id: string;
            /** @enum {string} */
            state: "receiving" | "checking" | "storing" | "stalled" | "ready" | "refused" | "cancelled" | "abandoned";
            /** @description Why it stalled or was refused. */
            problem: string | null;
            file_name: string;
            size_bytes: number;
            /** @description Where the next part begins. */
            received_bytes: number;
            stored_bytes: number;
            /**
             * Format: uuid
             * @description The file that it became.
             */
            artifact_id: string | null;
        };
        KeyStock: {
            /**
             * Format: uuid
             * @description Of the product.
             */
            id: string;
            number: number;
            title: string;
            in_stock: number;
            handed_out: number;
            /** @description Purchases that found the stock empty and have no key yet. */
            waiting: number;
        };
        StockedKey: {
            /** Format: uuid */
            id: string;
            /** @description The last letters of the key. */
            hint: string;
            /** @description It can be guessed. */
            is_weak: boolean;
            /** Format: date-time */
            added_at: string;
        };
        KeyListReport: {
            added: number;
            rows: number;
            /** @description Rows that can be added. */
            good: number;
            /** @description Rows that are left out. */
            problems: {
                /** @description Counted from 1: the place in `keys`, or the line of `csv`. */
                row: number;
                /** @enum {string} */
                reason: "csv_broken" | "empty" | "too_long" | "control_characters" | "product_not_found" | "twice_in_list" | "key_taken";
                /** @description The last letters of the key. */
                hint: string;
            }[];
            /** @description Rows that can be guessed, or that old clients alter. */
            warnings: {
                /** @description Counted from 1: the place in `keys`, or the line of `csv`. */
                row: number;
                /** @enum {string} */
                reason: "weak" | "altered";
                /** @description The last letters of the key. */
                hint: string;
            }[];
        };
        StoreSettings: {
            store_name: string;
            support_address: string;
            mail_sender_name: string;
            show_product_order_api_keys: boolean;
            show_master_api_key: boolean;
            show_associated_keys: boolean;
            download_link_days: number;
            dropbox_app_key: string;
            /** @enum {string} */
            message_profile: "2.x" | "3.0-3.4" | "3.5+";
            strict_reactivation: boolean;
            stop_over_limit: boolean;
            public_version_info: boolean;
            translate_software_add_on: boolean;
            send_api_resource_data: boolean;
            doc_tabs: ("description" | "installation" | "faq" | "screenshots" | "other_notes")[];
            trusted_sources: string[];
            payment_grace_days: number;
            suspend_on_dispute: boolean;
            renewable_period_days: number;
            manual_renewal: boolean;
            renewal_discount_percent: number;
            renewal_offer_days: number;
            request_log_days: number;
            download_log_days: number;
            activation_rate_per_minute: number;
            activation_burst: number;
            date_format: string;
            /** @enum {string} */
            tax_rule: "none" | "stripe_tax" | "managed_payments";
            prices_include_tax: boolean;
            tax_code: string;
            seller_name: string;
            seller_address: string;
            seller_vat_id: string;
            invoice_note: string;
            invoice_prefix: string;
            nightly_backups: boolean;
            backup_hour: number;
            backups_kept: number;
            backup_files: boolean;
        };
        LegalPages: {
            /** @description Markdown. Empty: the page is not written, and neither shown nor linked. */
            terms: string;
            /** @description Markdown. Empty: the page is not written, and neither shown nor linked. */
            refunds: string;
            /** @description Markdown. Empty: the page is not written, and neither shown nor linked. */
            privacy: string;
            /** @description Markdown. Empty: the page is not written, and neither shown nor linked. */
            imprint: string;
        };
        StorageSettings: {
            /**
             * @description Where new files go. Those that are there stay readable.
             * @enum {string}
             */
            new_files: "local" | "s3";
            bucket: {
                endpoint: string;
                public_endpoint: string;
                region: string;
                bucket: string;
                access_key_id: string;
                force_path_style: boolean;
            } | null;
            files_in_bucket: number;
        };
        ConnectionTest: {
            works: boolean;
            /** @description Why it does not, as a word; null when it does. */
            reason: string | null;
            /** @description What the other side said, without a password or secret. */
            detail: string;
        };
        Activated: {
            /** @enum {boolean} */
            active: true;
            activation: {
                /** Format: uuid */
                id: string;
                /** @description The product as it was asked for. */
                product: number | string;
                instance: string;
                label: string;
                version: string;
            };
            allowance: components["schemas"]["Allowance"];
        };
        /** @description Places of a licence. A limit of null is unlimited. */
        Allowance: {
            limit: number | null;
            used: number;
            remaining: number | null;
        };
        /** @description A refusal of a client call (RFC 9457). */
        ClientProblem: {
            /** @description A page that explains the code. */
            type: string;
            title: string;
            status: number;
            /** @description What happened and what to do. */
            detail: string;
            code: string;
            /** @description Names this one refusal, as the header X-Request-Id does. */
            request_id: string;
            errors?: {
                field: string;
                problem: string;
            }[];
            /** @description Seconds until another try is worth while, as the header Retry-After says. */
            retry_after?: number;
            /** @description The same as code. */
            reason: string;
            /** @description With limit_reached: places of all that the key opens for the product. */
            limit?: number;
            /** @description With limit_reached: how many of them are taken. */
            used?: number;
        };
        ActivationWish: {
            /** @description Its number, or the title that older software knows. */
            product: number | string;
            instance: string;
            version?: string;
            label?: string;
        };
        Deactivated: {
            /** @enum {boolean} */
            active: false;
            /** @description The product as it was asked for. */
            product: number | string;
            instance: string;
            allowance: components["schemas"]["Allowance"];
        };
        AboutInstance: {
            /** @description Its number, or the title that older software knows. */
            product: number | string;
            instance: string;
            version?: string;
        };
        LicenceStatus: {
            active: boolean;
            activation: {
                /** Format: uuid */
                id: string;
                version: string;
            } | null;
            /** @description The product as it was asked for. */
            product: number | string;
            instance: string;
            allowance: components["schemas"]["Allowance"];
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            graceUntil: string | null;
            resources: components["schemas"]["LicensedResource"][];
        };
        LicensedResource: {
            number: number;
            product: {
                number: number;
                title: string;
            };
            plan: {
                number: number;
            };
            orderNumber: number;
            subscriptionNumber: number | null;
            allowance: components["schemas"]["Allowance"];
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            graceUntil: string | null;
        };
        LicensedProducts: {
            keyKind: string;
            resources: components["schemas"]["LicensedResource"][];
        };
        Update: {
            licensed: boolean;
            product: {
                number: number;
                title: string;
                author: string;
                url: string;
            };
            release: {
                version: string;
                /** Format: date-time */
                releasedAt: string;
                changelog: string;
                upgradeNotice: string;
                requires: string;
                tested: string;
                requiresPhp: string;
            } | null;
            file: {
                name: string;
                size: number;
                sha256: string | null;
            } | null;
            package: {
                url: string;
                /** Format: date-time */
                expiresAt: string;
            } | null;
        };
        UpdateQuestion: {
            /** @description Its number, or the title that older software knows. */
            product: number | string;
            instance?: string;
            version?: string;
        };
    };
    responses: {
        /** @description A refusal that any call may meet: the key, its access, the limits, or a request that is not understood. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "account.whoami": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read who this key is and what it may do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Caller"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "account.operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the operations of this API that you can have. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ListedOperation"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "account.openapi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read this document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.list": {
        parameters: {
            query?: {
                /** @description Part of a name, note, description, sid or prefix. */
                q?: string;
                kind?: "standard" | "secret" | "pair";
                status?: "active" | "disabled" | "expired" | "revoked";
                /** @description Only those unused for 90 days. */
                unused?: "true" | "false";
                /** @description Only those that end within 30 days. */
                expiring?: "true" | "false";
                sort?: "created" | "name" | "last_used" | "expires" | "calls";
                direction?: "asc" | "desc";
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your developer keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApiKey"][];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description Make a developer key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: components["schemas"]["ApiKey"];
                        value: components["schemas"]["KeyValue"];
                        /** @description Another live key of yours has this name. */
                        has_same_name: boolean;
                    };
                };
            };
            /** @description mfa_required, more_than_caller, pairs_not_in_plan */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key_limit_reached, kind_not_allowed, lifetime_too_long, answer_withheld, outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description looks_like_a_key */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one of your developer keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The default key that took its place. */
                        new_default_sid: string | null;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.edit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ApiKeyChange"];
            };
        };
        responses: {
            /** @description Change name, note, description, expiry, limits or addresses of a key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description more_than_caller */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key_revoked, lifetime_too_long */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description looks_like_a_key */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.events": {
        parameters: {
            query?: {
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what became of one of your keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["KeyEvent"][];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Switch a key off. It can be switched on again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key_revoked */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.activate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Switch a key on again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description mfa_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key_revoked, key_leaked */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End a key for good. It stays in the list as revoked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: components["schemas"]["ApiKey"];
                        /** @description The default key that took its place. */
                        new_default_sid: string | null;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.regenerate": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description How long the old value goes on working.
                     * @default 0
                     * @enum {number}
                     */
                    overlap_seconds?: 0;
                };
            };
        };
        responses: {
            /** @description Give a key a new value. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: components["schemas"]["ApiKey"];
                        value: components["schemas"]["KeyValue"];
                    };
                };
            };
            /** @description mfa_required, more_than_caller */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key_revoked, key_has_expired, key_limit_reached, answer_withheld, outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.renew": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Renew a pair for another year. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description mfa_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key_revoked, key_has_expired, not_a_pair, too_early, lifetime_too_long */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.report_leak": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say that a key leaked, and get another one. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        leaked: components["schemas"]["ApiKey"];
                        replacement: components["schemas"]["ApiKey"];
                        value: components["schemas"]["KeyValue"];
                    };
                };
            };
            /** @description mfa_required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key_revoked, kind_not_allowed, answer_withheld, outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.set_access": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyAccess"];
            };
        };
        responses: {
            /** @description Set what a key may do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description more_than_caller */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key_revoked */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    change: "disable" | "activate" | "revoke" | "remove";
                    sids: string[];
                };
            };
        };
        responses: {
            /** @description Do the same to up to 100 keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            sid: string;
                            ok: boolean;
                            code: string | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.admin_list": {
        parameters: {
            query?: {
                /** @description Part of a name, sid or prefix, or the beginning of the owner’s address. */
                q?: string;
                kind?: "standard" | "secret" | "pair";
                status?: "active" | "disabled" | "expired" | "revoked";
                unused?: "true" | "false";
                expiring?: "true" | "false";
                leaked?: "true" | "false";
                /** @description The number of the owner. */
                customer?: number;
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the developer keys of every account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["OwnedApiKey"][];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.admin_read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a developer key of any account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedApiKey"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.admin_disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Switch off a key of any account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key_revoked */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.admin_revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End a key of any account for good. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: components["schemas"]["ApiKey"];
                        new_default_sid: string | null;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.admin_dead_uses": {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List dead keys that were tried, the latest use first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DeadKeyUse"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.read_key_policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the rules for developer keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPolicy"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.write_key_policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyPolicy"];
            };
        };
        responses: {
            /** @description Replace the rules for developer keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPolicy"];
                };
            };
            /** @description etag_mismatch */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.list_access_plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the plans of the management API. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AccessPlan"][];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.create_access_plan": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Standard and secret keys; null = unlimited. */
                    max_keys: number | null;
                    max_pairs: number;
                    allows_pairs: boolean;
                    /** @description Calls in a calendar month; null = unlimited. */
                    monthly_calls: number | null;
                    /** @description Of all keys of one account together. */
                    calls_per_minute: number;
                };
            };
        };
        responses: {
            /** @description Make a plan. It holds for nobody until it is assigned. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessPlan"];
                };
            };
            /** @description conflict, outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.edit_access_plan": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description Standard and secret keys; null = unlimited. */
                    max_keys?: number | null;
                    max_pairs?: number;
                    allows_pairs?: boolean;
                    /** @description Calls in a calendar month; null = unlimited. */
                    monthly_calls?: number | null;
                    /** @description Of all keys of one account together. */
                    calls_per_minute?: number;
                };
            };
        };
        responses: {
            /** @description Change a plan for everybody who has it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessPlan"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.default_access_plan": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Give a plan to everybody without another. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessPlan"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "customers.assign_access_plan": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Null = the default plan.
                     */
                    plan_id: string | null;
                };
            };
        };
        responses: {
            /** @description Give an account a plan of the management API. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "account.quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read your plan and what is left of this month’s calls. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quota"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "usage.read": {
        parameters: {
            query?: {
                /** @description Days up to and with today, by UTC. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read how much your keys were used. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "usage.read_key": {
        parameters: {
            query?: {
                /** @description Days up to and with today, by UTC. */
                days?: number;
            };
            header?: never;
            path: {
                sid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read how much one of your keys was used. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyUsage"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "account.token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    grant_type: "client_credentials";
                };
                "application/x-www-form-urlencoded": {
                    /** @enum {string} */
                    grant_type: "client_credentials";
                };
            };
        };
        responses: {
            /** @description Exchange a key pair for a token of fifteen minutes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description kind_not_allowed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    credentials: string[];
                    /** @description Where you found them; their owner is told. */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Hand in keys that you found in public. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "accepted";
                    };
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "keys.report_github": {
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
                    /** @default  */
                    type?: string;
                    url?: string;
                    source?: string;
                }[];
            };
        };
        responses: {
            /** @description Take a report of GitHub secret scanning. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token_raw: string;
                        token_type: string;
                        /** @enum {string} */
                        label: "true_positive" | "false_positive";
                    }[];
                };
            };
            /** @description signature_invalid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description busy */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.list": {
        parameters: {
            query?: {
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your own orders, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            /** @enum {string} */
                            status: "awaiting_payment" | "paid" | "partially_refunded" | "refunded" | "cancelled";
                            currency: string;
                            total_amount: number;
                            refunded_amount: number;
                            /** Format: date-time */
                            placed_at: string;
                            items: {
                                product: string;
                                plan: string;
                                quantity: number;
                            }[];
                        }[];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one of your own orders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        /** @enum {string} */
                        status: "awaiting_payment" | "paid" | "partially_refunded" | "refunded" | "cancelled";
                        currency: string;
                        subtotal_amount: number;
                        discount_amount: number;
                        tax_amount: number;
                        total_amount: number;
                        refunded_amount: number;
                        company: string | null;
                        vat_id: string | null;
                        /** Format: date-time */
                        placed_at: string;
                        /** Format: date-time */
                        paid_at: string | null;
                        /** Format: date-time */
                        cancelled_at: string | null;
                        items: {
                            /** Format: uuid */
                            id: string;
                            product: string;
                            product_id: number;
                            plan: string;
                            quantity: number;
                            refunded_quantity: number;
                            unit_amount: number;
                            discount_amount: number;
                            tax_amount: number;
                            total_amount: number;
                        }[];
                        refunds: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            status: "pending" | "succeeded" | "failed";
                            amount: number;
                            /** Format: date-time */
                            created_at: string;
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.read_invoice": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the invoice of one of your own orders, once it is paid. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "licences.list": {
        parameters: {
            query?: {
                state?: "live" | "grace" | "expired" | "suspended" | "revoked" | "over_limit";
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your own licences (API Resources), the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            product: string;
                            product_id: number;
                            plan: string;
                            order_number: number | null;
                            /** @enum {string} */
                            state: "live" | "grace" | "suspended" | "expired" | "revoked";
                            activation_limit: number | null;
                            activations: number;
                            over_limit: number;
                            /** Format: date-time */
                            expires_at: string | null;
                            /** Format: date-time */
                            created_at: string;
                            key_hint: string | null;
                        }[];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "licences.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one of your own licences. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        product: string;
                        product_id: number;
                        plan: string;
                        order_number: number | null;
                        /** @enum {string} */
                        state: "live" | "grace" | "suspended" | "expired" | "revoked";
                        activation_limit: number | null;
                        activations: number;
                        over_limit: number;
                        /** Format: date-time */
                        expires_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        key_hint: string | null;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "licences.edit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    wants_beta: boolean;
                };
            };
        };
        responses: {
            /** @description Say whether one of your licences is also offered beta versions. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "licences.explain": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Explain how one of your licences came to stand as it does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        product: string;
                        plan: string;
                        /** @enum {string} */
                        state: "live" | "grace" | "suspended" | "expired" | "revoked";
                        /** @description Why it is in this state: term, lifetime, renews, owed, disputed, by_admin, paid_back … */
                        why: string;
                        /** @description The oldest first; the last one’s “after” is the licence as it is. */
                        steps: {
                            /** Format: date-time */
                            happened_at: string;
                            /** @description What happened: purchase, renewal, period, refund, dispute, term_edit … */
                            kind: string;
                            /** @enum {string} */
                            by: "customer" | "admin" | "client" | "system";
                            order_number: number | null;
                            invoice_number: string | null;
                            /** @enum {string} */
                            since: "stands" | "undone" | "paid_back";
                            before: {
                                is_revoked: boolean;
                                is_suspended: boolean;
                                /** @description Null is unlimited, or revoked. */
                                activation_limit: number | null;
                                /** Format: date-time */
                                expires_at: string | null;
                                /** Format: date-time */
                                grace_until: string | null;
                                /** Format: date-time */
                                updates_until: string | null;
                            } | null;
                            after: {
                                is_revoked: boolean;
                                is_suspended: boolean;
                                /** @description Null is unlimited, or revoked. */
                                activation_limit: number | null;
                                /** Format: date-time */
                                expires_at: string | null;
                                /** Format: date-time */
                                grace_until: string | null;
                                /** Format: date-time */
                                updates_until: string | null;
                            };
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "licences.list_renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your own licences with a fixed term, and what renewing them costs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            licence_number: number;
                            product: string;
                            plan: string;
                            product_id: number;
                            /** Format: date-time */
                            expires_at: string | null;
                            /** @description open: it can be renewed now. Otherwise why not: not_yet, period_over, payment_pending, not_sold … */
                            state: string;
                            /** @description Today’s; null where there is nothing to pay for. */
                            price: {
                                /** @description Minor units, before tax. */
                                amount: number;
                                /** @description What it costs those who do not renew. */
                                full_amount: number;
                                discount_percent: number;
                                units: number;
                                currency: string;
                            } | null;
                            /** Format: date-time */
                            opens_at: string | null;
                            /** Format: date-time */
                            closes_at: string | null;
                            /**
                             * Format: date-time
                             * @description Its end if it is paid now; null also where the plan is for life.
                             */
                            renewed_until: string | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "licences.renew": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Their numbers. */
                    licences: number[];
                    /** @description In minor units: another sum of today is refused. */
                    expected_amount?: number;
                };
            };
        };
        responses: {
            /** @description Open the payment page for a further term of some of your licences. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uri */
                        payment_url: string;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description payments_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "licences.read_master_key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See how your master API key stands. The key itself is shown in My Account only. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        hint: string;
                        is_disabled: boolean;
                        activations: number;
                        /** Format: date-time */
                        created_at: string;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "activations.list": {
        parameters: {
            query?: {
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the activations of one of your licences, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            instance: string;
                            label: string;
                            version: string;
                            is_over_limit: boolean;
                            /** Format: date-time */
                            activated_at: string;
                            /** Format: date-time */
                            last_seen_at: string;
                        }[];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "activations.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete an activation of one of your licences and get its place back. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "activations.rename": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    label: string;
                };
            };
        };
        responses: {
            /** @description Say in your own words where an activation runs. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description looks_like_a_key */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "downloads.list": {
        parameters: {
            query?: {
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the files that your licences open now, each with a link. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            licence_number: number;
                            order_number: number | null;
                            product: string;
                            product_id: number;
                            changelog_url: string;
                            documentation_url: string;
                            newest: {
                                version: string;
                                /** Format: date-time */
                                released_at: string;
                                is_beta: boolean;
                                changelog: string;
                                files: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    platform: string;
                                    size_bytes: number;
                                    sha256: string;
                                    /** Format: uri */
                                    url: string;
                                    /** Format: date-time */
                                    last_downloaded_at: string | null;
                                }[];
                            };
                            older: {
                                version: string;
                                /** Format: date-time */
                                released_at: string;
                                is_beta: boolean;
                                changelog: string;
                                files: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    platform: string;
                                    size_bytes: number;
                                    sha256: string;
                                    /** Format: uri */
                                    url: string;
                                    /** Format: date-time */
                                    last_downloaded_at: string | null;
                                }[];
                            }[];
                            wants_beta: boolean;
                            /** Format: date-time */
                            links_expire_at: string;
                        }[];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.admin_list": {
        parameters: {
            query?: {
                /** @description An order number, or the beginning of an e-mail address or of a host. */
                q?: string;
                status?: "awaiting_payment" | "paid" | "partially_refunded" | "refunded" | "cancelled";
                /** @description The number of a product. */
                product?: number;
                placed_since?: string;
                is_refunded?: "true" | "false";
                /** @description The number of a customer. */
                customer?: number;
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the orders of the store, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            /** @enum {string} */
                            status: "awaiting_payment" | "paid" | "partially_refunded" | "refunded" | "cancelled";
                            currency: string;
                            total_amount: number;
                            refunded_amount: number;
                            /** Format: date-time */
                            placed_at: string;
                            customer: {
                                number: number;
                                email: string;
                            };
                            products: string[];
                        }[];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.create": {
        parameters: {
            query?: never;
            header: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @description For a new account only. */
                    name?: string;
                    items: {
                        /** @description The number of a plan. */
                        product_id: number;
                        quantity: number;
                    }[];
                    paid: {
                        /** @enum {string} */
                        kind: "free";
                    } | {
                        /** @enum {string} */
                        kind: "outside";
                        /** @description With the tax. */
                        amount: number;
                        /** @default 0 */
                        tax_amount?: number;
                        /**
                         * @description How the money is found again: a transfer, an invoice.
                         * @default
                         */
                        reference?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Enter an order that was paid outside the store, or is given away. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        is_new: boolean;
                    };
                };
            };
            /** @description idempotency_key_missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description customer_disabled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.admin_read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an order with its items, licences, activations and money. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        /** @enum {string} */
                        status: "awaiting_payment" | "paid" | "partially_refunded" | "refunded" | "cancelled";
                        currency: string;
                        subtotal_amount: number;
                        discount_amount: number;
                        tax_amount: number;
                        total_amount: number;
                        refunded_amount: number;
                        company: string | null;
                        vat_id: string | null;
                        /** Format: date-time */
                        placed_at: string;
                        /** Format: date-time */
                        paid_at: string | null;
                        /** Format: date-time */
                        cancelled_at: string | null;
                        customer: {
                            number: number;
                            email: string;
                            name: string | null;
                            is_disabled: boolean;
                            is_deleted: boolean;
                            master_key: {
                                /** Format: uuid */
                                id: string;
                                hint: string;
                                is_disabled: boolean;
                            } | null;
                        };
                        items: {
                            position: number;
                            product: string;
                            product_number: number;
                            plan: string;
                            product_id: number;
                            quantity: number;
                            refunded_quantity: number;
                            unit_amount: number;
                            discount_amount: number;
                            tax_amount: number;
                            total_amount: number;
                            refunded_amount: number;
                        }[];
                        licences: {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            product: string;
                            plan: string;
                            product_id: number;
                            term: string;
                            activation_limit: number | null;
                            activations: number;
                            over_limit: number;
                            /** Format: date-time */
                            expires_at: string | null;
                            is_revoked: boolean;
                            is_subscription: boolean;
                            key: {
                                /** Format: uuid */
                                id: string;
                                hint: string;
                                is_disabled: boolean;
                            } | null;
                            associated_keys: {
                                /** Format: uuid */
                                id: string;
                                hint: string;
                                is_disabled: boolean;
                            }[];
                        }[];
                        /** @description The newest 100. */
                        activations: {
                            /** Format: uuid */
                            id: string;
                            instance: string;
                            label: string;
                            version: string;
                            is_over_limit: boolean;
                            /** Format: date-time */
                            activated_at: string;
                            /** Format: date-time */
                            last_seen_at: string;
                            key_hint: string;
                        }[];
                        activation_count: number;
                        payments: {
                            /** Format: uuid */
                            id: string;
                            status: string;
                            amount: number;
                            /** @description Of Stripe, or as an admin noted it. */
                            reference: string | null;
                            /** Format: date-time */
                            paid_at: string | null;
                        }[];
                        refunds: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            status: "pending" | "succeeded" | "failed";
                            amount: number;
                            /** Format: date-time */
                            created_at: string;
                        }[];
                        /** @description Asked for, and not among the refunds yet. */
                        open_refunds: {
                            /** Format: uuid */
                            id: string;
                            amount: number;
                            reason: string;
                            is_made: boolean;
                            /** Format: date-time */
                            asked_at: string;
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.admin_read_invoice": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the invoice of an order, once it is paid. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.read_timeline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read what happened to an order, the newest first, at most 200 entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** Format: date-time */
                            at: string;
                            by: {
                                kind: string;
                                name: string | null;
                            };
                            event_type: string | null;
                            kind: string;
                            details: {
                                [key: string]: string | number | boolean | null;
                            };
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.add_note": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Leave a note on an order for the other admins. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description looks_like_a_key */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.delete_note": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take back a note of your own. The timeline tells the ids of notes. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.resend_mail": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send the mail of a paid order with its keys once more, to the customer’s present address. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        to: string;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_paid, customer_deleted */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.raise_limit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                /** @description The number of a licence of this order. */
                licence: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null: no limit. */
                    activation_limit: number | null;
                };
            };
        };
        responses: {
            /** @description Give a licence of an order more places, or no limit. Only a refund takes places away. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activation_limit: number | null;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description licence_revoked, already_done */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.extend_term": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                /** @description The number of a licence of this order. */
                licence: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Null: for good.
                     */
                    expires_at: string | null;
                };
            };
        };
        responses: {
            /** @description Let a licence of an order live longer, or for good. Never shorter. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expires_at: string | null;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description licence_revoked, licence_recurs, already_done */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.preview_refund": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        /** @description Of the item in the order. */
                        position: number;
                        /** @default 0 */
                        quantity?: number;
                        /** @description Left out: what the units cost. */
                        amount?: number;
                    }[];
                    /**
                     * @default requested_by_customer
                     * @enum {string}
                     */
                    reason?: "requested_by_customer" | "duplicate" | "fraudulent";
                };
            };
        };
        responses: {
            /** @description See what a refund would give back and stop. It moves no money. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: number;
                        currency: string;
                        /** @description Give it back with the refund: it is refused when the order has changed since. */
                        stamp: string;
                        items: {
                            position: number;
                            quantity: number;
                            amount: number;
                        }[];
                        reason: string;
                        effect: {
                            /** @enum {string} */
                            status: "awaiting_payment" | "paid" | "partially_refunded" | "refunded" | "cancelled";
                            refunded_amount: number;
                            licences: {
                                number: number;
                                product: string;
                                plan: string;
                                keys_stopping: number;
                                activations_ending: number;
                                activation_limit: {
                                    was: number | null;
                                    is: number | null;
                                };
                                beyond_limit: number;
                                expires_at: {
                                    /** Format: date-time */
                                    was: string | null;
                                    /** Format: date-time */
                                    is: string | null;
                                };
                            }[];
                        };
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_paid, nothing_left, refund_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description payments_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.refund": {
        parameters: {
            query?: never;
            header: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key": string;
            };
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        /** @description Of the item in the order. */
                        position: number;
                        quantity: number;
                        amount: number;
                    }[];
                    /**
                     * @default requested_by_customer
                     * @enum {string}
                     */
                    reason?: "requested_by_customer" | "duplicate" | "fraudulent";
                    /** @description From the preview. */
                    stamp: string;
                };
            };
        };
        responses: {
            /** @description Give money back as a preview showed it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /**
                         * @description applied: the order and its keys follow already. pending: made, and soon applied. unknown: ask again.
                         * @enum {string}
                         */
                        state: "applied" | "pending" | "unknown";
                    };
                };
            };
            /** @description idempotency_key_missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_paid, nothing_left, refund_in_progress, order_changed, refund_refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.finish_refund": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ask Stripe again for a refund whose answer was lost. Never refunds twice. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /**
                         * @description applied: the order and its keys follow already. pending: made, and soon applied. unknown: ask again.
                         * @enum {string}
                         */
                        state: "applied" | "pending" | "unknown";
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refund_refused */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.list_findings": {
        parameters: {
            query?: {
                state?: "open" | "applied" | "dismissed" | "gone";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List where the store and Stripe differ, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            about: "order" | "subscription";
                            number: number;
                            customer_email: string;
                            /** @enum {string} */
                            state: "open" | "applied" | "dismissed" | "gone";
                            /** @description Of the steps; applying names it, so that nothing is applied that was not read. */
                            digest: string;
                            /** @description What Stripe says, and what the store would change: before and after. */
                            steps: {
                                says: {
                                    /** @enum {string} */
                                    kind: "payment";
                                    /** @enum {string} */
                                    status: "paid" | "awaiting_payment" | "payment_failed";
                                    amount: number;
                                    currency: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "refunds";
                                    refunds: {
                                        id: string;
                                        amount: number;
                                        /** @enum {string} */
                                        status: "pending" | "succeeded" | "failed";
                                    }[];
                                    currency: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "dispute";
                                    id: string;
                                    /** @enum {string} */
                                    status: "open" | "won" | "lost";
                                } | {
                                    /** @enum {string} */
                                    kind: "subscription";
                                    id: string;
                                    /** @enum {string} */
                                    status: "unfinished" | "trial" | "active" | "owing" | "paused" | "ended";
                                    /** Format: date-time */
                                    endsAt: string | null;
                                    /** Format: date-time */
                                    endedAt: string | null;
                                } | {
                                    /** @enum {string} */
                                    kind: "invoice";
                                    id: string;
                                    number: string | null;
                                    /** @enum {string} */
                                    status: "draft" | "open" | "paid" | "given_up" | "void";
                                    amount: number;
                                    currency: string;
                                };
                                changes: {
                                    subject: {
                                        /** @enum {string} */
                                        kind: "order" | "subscription" | "licence";
                                        number: number | null;
                                    };
                                    /** @enum {string} */
                                    field: "made" | "status" | "refunded_amount" | "disputes" | "paused" | "trial_ends_at" | "renews_at" | "cancel_at" | "ended_at" | "plan" | "quantity" | "places" | "expires_at" | "updates_until" | "grace_until" | "suspended" | "revoked";
                                    before: string | number | boolean | null;
                                    after: string | number | boolean | null;
                                    currency?: string;
                                }[];
                            }[];
                            /** Format: date-time */
                            found_at: string;
                            /** Format: date-time */
                            seen_at: string;
                            /** Format: date-time */
                            decided_at: string | null;
                            decided_by: string | null;
                            reason: string | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.compare_with_stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Compare the store with Stripe now, as it does each night. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description False: it goes on by itself. */
                        is_finished: boolean;
                    };
                };
            };
            /** @description payments_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.apply_finding": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    digest: string;
                };
            };
        };
        responses: {
            /** @description Ask Stripe again, and bring the store to exactly what the finding shows. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description finding_changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description payments_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "orders.dismiss_finding": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Leave the store as it is, and say why. The same difference is not listed again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "subscriptions.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your own subscriptions, those that run first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            number: number;
                            /** @enum {string} */
                            status: "trialing" | "active" | "past_due" | "paused" | "cancelled";
                            /** @description Renewals are not collected. */
                            collection_paused: boolean;
                            /** Format: date-time */
                            resumes_at: string | null;
                            /** Format: date-time */
                            trial_ends_at: string | null;
                            /**
                             * Format: date-time
                             * @description It ends by itself then.
                             */
                            ends_at: string | null;
                            /** Format: date-time */
                            ended_at: string | null;
                            created_at: string;
                            currency: string;
                            /** @enum {string} */
                            interval: "month" | "year";
                            /** @description Null: none is due. */
                            next_payment: {
                                at: string;
                                /** @description Minor units, before tax and promotion. */
                                amount: number;
                            } | null;
                            /** @description The order that began it. */
                            order_number: number | null;
                            items: {
                                product: string;
                                plan: string;
                                product_id: number;
                                quantity: number;
                                /** @description Minor units, for each unit and period. */
                                unit_amount: number;
                                licence_number: number | null;
                                /**
                                 * Format: date-time
                                 * @description Paid for until then.
                                 */
                                licence_ends_at: string | null;
                            }[];
                            /** @description Newest first. */
                            invoices: {
                                invoice_number: string | null;
                                /** @enum {string} */
                                status: "open" | "paid" | "given_up" | "void";
                                starts_at: string;
                                ends_at: string;
                                total_amount: number;
                                /** Format: date-time */
                                paid_at: string | null;
                                /** Format: date-time */
                                next_try_at: string | null;
                                /** @description Where it can be paid or printed. */
                                page_url: string | null;
                            }[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "subscriptions.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one of your own subscriptions with its invoices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        /** @enum {string} */
                        status: "trialing" | "active" | "past_due" | "paused" | "cancelled";
                        /** @description Renewals are not collected. */
                        collection_paused: boolean;
                        /** Format: date-time */
                        resumes_at: string | null;
                        /** Format: date-time */
                        trial_ends_at: string | null;
                        /**
                         * Format: date-time
                         * @description It ends by itself then.
                         */
                        ends_at: string | null;
                        /** Format: date-time */
                        ended_at: string | null;
                        created_at: string;
                        currency: string;
                        /** @enum {string} */
                        interval: "month" | "year";
                        /** @description Null: none is due. */
                        next_payment: {
                            at: string;
                            /** @description Minor units, before tax and promotion. */
                            amount: number;
                        } | null;
                        /** @description The order that began it. */
                        order_number: number | null;
                        items: {
                            product: string;
                            plan: string;
                            product_id: number;
                            quantity: number;
                            /** @description Minor units, for each unit and period. */
                            unit_amount: number;
                            licence_number: number | null;
                            /**
                             * Format: date-time
                             * @description Paid for until then.
                             */
                            licence_ends_at: string | null;
                        }[];
                        /** @description Newest first. */
                        invoices: {
                            invoice_number: string | null;
                            /** @enum {string} */
                            status: "open" | "paid" | "given_up" | "void";
                            starts_at: string;
                            ends_at: string;
                            total_amount: number;
                            /** Format: date-time */
                            paid_at: string | null;
                            /** Format: date-time */
                            next_try_at: string | null;
                            /** @description Where it can be paid or printed. */
                            page_url: string | null;
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "subscriptions.admin_list": {
        parameters: {
            query: {
                /** @description The customer’s number. */
                customer: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the subscriptions of a customer, those that run first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            number: number;
                            /** @enum {string} */
                            status: "trialing" | "active" | "past_due" | "paused" | "cancelled";
                            /** @description Renewals are not collected. */
                            collection_paused: boolean;
                            /** Format: date-time */
                            resumes_at: string | null;
                            /** Format: date-time */
                            trial_ends_at: string | null;
                            /**
                             * Format: date-time
                             * @description It ends by itself then.
                             */
                            ends_at: string | null;
                            /** Format: date-time */
                            ended_at: string | null;
                            created_at: string;
                            currency: string;
                            /** @enum {string} */
                            interval: "month" | "year";
                            /** @description Null: none is due. */
                            next_payment: {
                                at: string;
                                /** @description Minor units, before tax and promotion. */
                                amount: number;
                            } | null;
                            /** @description The order that began it. */
                            order_number: number | null;
                            items: {
                                product: string;
                                plan: string;
                                product_id: number;
                                quantity: number;
                                /** @description Minor units, for each unit and period. */
                                unit_amount: number;
                                licence_number: number | null;
                                /**
                                 * Format: date-time
                                 * @description Paid for until then.
                                 */
                                licence_ends_at: string | null;
                            }[];
                            /** @description Newest first. */
                            invoices: {
                                invoice_number: string | null;
                                /** @enum {string} */
                                status: "open" | "paid" | "given_up" | "void";
                                starts_at: string;
                                ends_at: string;
                                total_amount: number;
                                /** Format: date-time */
                                paid_at: string | null;
                                /** Format: date-time */
                                next_try_at: string | null;
                                /** @description Where it can be paid or printed. */
                                page_url: string | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "subscriptions.admin_read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a subscription with its invoices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        /** @enum {string} */
                        status: "trialing" | "active" | "past_due" | "paused" | "cancelled";
                        /** @description Renewals are not collected. */
                        collection_paused: boolean;
                        /** Format: date-time */
                        resumes_at: string | null;
                        /** Format: date-time */
                        trial_ends_at: string | null;
                        /**
                         * Format: date-time
                         * @description It ends by itself then.
                         */
                        ends_at: string | null;
                        /** Format: date-time */
                        ended_at: string | null;
                        created_at: string;
                        currency: string;
                        /** @enum {string} */
                        interval: "month" | "year";
                        /** @description Null: none is due. */
                        next_payment: {
                            at: string;
                            /** @description Minor units, before tax and promotion. */
                            amount: number;
                        } | null;
                        /** @description The order that began it. */
                        order_number: number | null;
                        items: {
                            product: string;
                            plan: string;
                            product_id: number;
                            quantity: number;
                            /** @description Minor units, for each unit and period. */
                            unit_amount: number;
                            licence_number: number | null;
                            /**
                             * Format: date-time
                             * @description Paid for until then.
                             */
                            licence_ends_at: string | null;
                        }[];
                        /** @description Newest first. */
                        invoices: {
                            invoice_number: string | null;
                            /** @enum {string} */
                            status: "open" | "paid" | "given_up" | "void";
                            starts_at: string;
                            ends_at: string;
                            total_amount: number;
                            /** Format: date-time */
                            paid_at: string | null;
                            /** Format: date-time */
                            next_try_at: string | null;
                            /** @description Where it can be paid or printed. */
                            page_url: string | null;
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "subscriptions.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End one of your subscriptions with the period that is paid. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        /** @enum {string} */
                        status: "trialing" | "active" | "past_due" | "paused" | "cancelled";
                        /** @description Renewals are not collected. */
                        collection_paused: boolean;
                        /** Format: date-time */
                        resumes_at: string | null;
                        /** Format: date-time */
                        trial_ends_at: string | null;
                        /**
                         * Format: date-time
                         * @description It ends by itself then.
                         */
                        ends_at: string | null;
                        /** Format: date-time */
                        ended_at: string | null;
                        created_at: string;
                        currency: string;
                        /** @enum {string} */
                        interval: "month" | "year";
                        /** @description Null: none is due. */
                        next_payment: {
                            at: string;
                            /** @description Minor units, before tax and promotion. */
                            amount: number;
                        } | null;
                        /** @description The order that began it. */
                        order_number: number | null;
                        items: {
                            product: string;
                            plan: string;
                            product_id: number;
                            quantity: number;
                            /** @description Minor units, for each unit and period. */
                            unit_amount: number;
                            licence_number: number | null;
                            /**
                             * Format: date-time
                             * @description Paid for until then.
                             */
                            licence_ends_at: string | null;
                        }[];
                        /** @description Newest first. */
                        invoices: {
                            invoice_number: string | null;
                            /** @enum {string} */
                            status: "open" | "paid" | "given_up" | "void";
                            starts_at: string;
                            ends_at: string;
                            total_amount: number;
                            /** Format: date-time */
                            paid_at: string | null;
                            /** Format: date-time */
                            next_try_at: string | null;
                            /** @description Where it can be paid or printed. */
                            page_url: string | null;
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description payments_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "subscriptions.keep": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Let one of your subscriptions go on that was to end. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        /** @enum {string} */
                        status: "trialing" | "active" | "past_due" | "paused" | "cancelled";
                        /** @description Renewals are not collected. */
                        collection_paused: boolean;
                        /** Format: date-time */
                        resumes_at: string | null;
                        /** Format: date-time */
                        trial_ends_at: string | null;
                        /**
                         * Format: date-time
                         * @description It ends by itself then.
                         */
                        ends_at: string | null;
                        /** Format: date-time */
                        ended_at: string | null;
                        created_at: string;
                        currency: string;
                        /** @enum {string} */
                        interval: "month" | "year";
                        /** @description Null: none is due. */
                        next_payment: {
                            at: string;
                            /** @description Minor units, before tax and promotion. */
                            amount: number;
                        } | null;
                        /** @description The order that began it. */
                        order_number: number | null;
                        items: {
                            product: string;
                            plan: string;
                            product_id: number;
                            quantity: number;
                            /** @description Minor units, for each unit and period. */
                            unit_amount: number;
                            licence_number: number | null;
                            /**
                             * Format: date-time
                             * @description Paid for until then.
                             */
                            licence_ends_at: string | null;
                        }[];
                        /** @description Newest first. */
                        invoices: {
                            invoice_number: string | null;
                            /** @enum {string} */
                            status: "open" | "paid" | "given_up" | "void";
                            starts_at: string;
                            ends_at: string;
                            total_amount: number;
                            /** Format: date-time */
                            paid_at: string | null;
                            /** Format: date-time */
                            next_try_at: string | null;
                            /** @description Where it can be paid or printed. */
                            page_url: string | null;
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description payments_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "subscriptions.pause": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Collect no renewals until it is resumed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        /** @enum {string} */
                        status: "trialing" | "active" | "past_due" | "paused" | "cancelled";
                        /** @description Renewals are not collected. */
                        collection_paused: boolean;
                        /** Format: date-time */
                        resumes_at: string | null;
                        /** Format: date-time */
                        trial_ends_at: string | null;
                        /**
                         * Format: date-time
                         * @description It ends by itself then.
                         */
                        ends_at: string | null;
                        /** Format: date-time */
                        ended_at: string | null;
                        created_at: string;
                        currency: string;
                        /** @enum {string} */
                        interval: "month" | "year";
                        /** @description Null: none is due. */
                        next_payment: {
                            at: string;
                            /** @description Minor units, before tax and promotion. */
                            amount: number;
                        } | null;
                        /** @description The order that began it. */
                        order_number: number | null;
                        items: {
                            product: string;
                            plan: string;
                            product_id: number;
                            quantity: number;
                            /** @description Minor units, for each unit and period. */
                            unit_amount: number;
                            licence_number: number | null;
                            /**
                             * Format: date-time
                             * @description Paid for until then.
                             */
                            licence_ends_at: string | null;
                        }[];
                        /** @description Newest first. */
                        invoices: {
                            invoice_number: string | null;
                            /** @enum {string} */
                            status: "open" | "paid" | "given_up" | "void";
                            starts_at: string;
                            ends_at: string;
                            total_amount: number;
                            /** Format: date-time */
                            paid_at: string | null;
                            /** Format: date-time */
                            next_try_at: string | null;
                            /** @description Where it can be paid or printed. */
                            page_url: string | null;
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description payments_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "subscriptions.resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Collect renewals again, from the next period on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        /** @enum {string} */
                        status: "trialing" | "active" | "past_due" | "paused" | "cancelled";
                        /** @description Renewals are not collected. */
                        collection_paused: boolean;
                        /** Format: date-time */
                        resumes_at: string | null;
                        /** Format: date-time */
                        trial_ends_at: string | null;
                        /**
                         * Format: date-time
                         * @description It ends by itself then.
                         */
                        ends_at: string | null;
                        /** Format: date-time */
                        ended_at: string | null;
                        created_at: string;
                        currency: string;
                        /** @enum {string} */
                        interval: "month" | "year";
                        /** @description Null: none is due. */
                        next_payment: {
                            at: string;
                            /** @description Minor units, before tax and promotion. */
                            amount: number;
                        } | null;
                        /** @description The order that began it. */
                        order_number: number | null;
                        items: {
                            product: string;
                            plan: string;
                            product_id: number;
                            quantity: number;
                            /** @description Minor units, for each unit and period. */
                            unit_amount: number;
                            licence_number: number | null;
                            /**
                             * Format: date-time
                             * @description Paid for until then.
                             */
                            licence_ends_at: string | null;
                        }[];
                        /** @description Newest first. */
                        invoices: {
                            invoice_number: string | null;
                            /** @enum {string} */
                            status: "open" | "paid" | "given_up" | "void";
                            starts_at: string;
                            ends_at: string;
                            total_amount: number;
                            /** Format: date-time */
                            paid_at: string | null;
                            /** Format: date-time */
                            next_try_at: string | null;
                            /** @description Where it can be paid or printed. */
                            page_url: string | null;
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description payments_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "subscriptions.admin_cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End a subscription with the period that is paid. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        /** @enum {string} */
                        status: "trialing" | "active" | "past_due" | "paused" | "cancelled";
                        /** @description Renewals are not collected. */
                        collection_paused: boolean;
                        /** Format: date-time */
                        resumes_at: string | null;
                        /** Format: date-time */
                        trial_ends_at: string | null;
                        /**
                         * Format: date-time
                         * @description It ends by itself then.
                         */
                        ends_at: string | null;
                        /** Format: date-time */
                        ended_at: string | null;
                        created_at: string;
                        currency: string;
                        /** @enum {string} */
                        interval: "month" | "year";
                        /** @description Null: none is due. */
                        next_payment: {
                            at: string;
                            /** @description Minor units, before tax and promotion. */
                            amount: number;
                        } | null;
                        /** @description The order that began it. */
                        order_number: number | null;
                        items: {
                            product: string;
                            plan: string;
                            product_id: number;
                            quantity: number;
                            /** @description Minor units, for each unit and period. */
                            unit_amount: number;
                            licence_number: number | null;
                            /**
                             * Format: date-time
                             * @description Paid for until then.
                             */
                            licence_ends_at: string | null;
                        }[];
                        /** @description Newest first. */
                        invoices: {
                            invoice_number: string | null;
                            /** @enum {string} */
                            status: "open" | "paid" | "given_up" | "void";
                            starts_at: string;
                            ends_at: string;
                            total_amount: number;
                            /** Format: date-time */
                            paid_at: string | null;
                            /** Format: date-time */
                            next_try_at: string | null;
                            /** @description Where it can be paid or printed. */
                            page_url: string | null;
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description payments_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "subscriptions.admin_keep": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Let a subscription go on that was to end. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        /** @enum {string} */
                        status: "trialing" | "active" | "past_due" | "paused" | "cancelled";
                        /** @description Renewals are not collected. */
                        collection_paused: boolean;
                        /** Format: date-time */
                        resumes_at: string | null;
                        /** Format: date-time */
                        trial_ends_at: string | null;
                        /**
                         * Format: date-time
                         * @description It ends by itself then.
                         */
                        ends_at: string | null;
                        /** Format: date-time */
                        ended_at: string | null;
                        created_at: string;
                        currency: string;
                        /** @enum {string} */
                        interval: "month" | "year";
                        /** @description Null: none is due. */
                        next_payment: {
                            at: string;
                            /** @description Minor units, before tax and promotion. */
                            amount: number;
                        } | null;
                        /** @description The order that began it. */
                        order_number: number | null;
                        items: {
                            product: string;
                            plan: string;
                            product_id: number;
                            quantity: number;
                            /** @description Minor units, for each unit and period. */
                            unit_amount: number;
                            licence_number: number | null;
                            /**
                             * Format: date-time
                             * @description Paid for until then.
                             */
                            licence_ends_at: string | null;
                        }[];
                        /** @description Newest first. */
                        invoices: {
                            invoice_number: string | null;
                            /** @enum {string} */
                            status: "open" | "paid" | "given_up" | "void";
                            starts_at: string;
                            ends_at: string;
                            total_amount: number;
                            /** Format: date-time */
                            paid_at: string | null;
                            /** Format: date-time */
                            next_try_at: string | null;
                            /** @description Where it can be paid or printed. */
                            page_url: string | null;
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description payments_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "subscriptions.admin_pause": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Collect no renewals until it is resumed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        /** @enum {string} */
                        status: "trialing" | "active" | "past_due" | "paused" | "cancelled";
                        /** @description Renewals are not collected. */
                        collection_paused: boolean;
                        /** Format: date-time */
                        resumes_at: string | null;
                        /** Format: date-time */
                        trial_ends_at: string | null;
                        /**
                         * Format: date-time
                         * @description It ends by itself then.
                         */
                        ends_at: string | null;
                        /** Format: date-time */
                        ended_at: string | null;
                        created_at: string;
                        currency: string;
                        /** @enum {string} */
                        interval: "month" | "year";
                        /** @description Null: none is due. */
                        next_payment: {
                            at: string;
                            /** @description Minor units, before tax and promotion. */
                            amount: number;
                        } | null;
                        /** @description The order that began it. */
                        order_number: number | null;
                        items: {
                            product: string;
                            plan: string;
                            product_id: number;
                            quantity: number;
                            /** @description Minor units, for each unit and period. */
                            unit_amount: number;
                            licence_number: number | null;
                            /**
                             * Format: date-time
                             * @description Paid for until then.
                             */
                            licence_ends_at: string | null;
                        }[];
                        /** @description Newest first. */
                        invoices: {
                            invoice_number: string | null;
                            /** @enum {string} */
                            status: "open" | "paid" | "given_up" | "void";
                            starts_at: string;
                            ends_at: string;
                            total_amount: number;
                            /** Format: date-time */
                            paid_at: string | null;
                            /** Format: date-time */
                            next_try_at: string | null;
                            /** @description Where it can be paid or printed. */
                            page_url: string | null;
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description payments_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "subscriptions.admin_resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Collect renewals again, from the next period on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        /** @enum {string} */
                        status: "trialing" | "active" | "past_due" | "paused" | "cancelled";
                        /** @description Renewals are not collected. */
                        collection_paused: boolean;
                        /** Format: date-time */
                        resumes_at: string | null;
                        /** Format: date-time */
                        trial_ends_at: string | null;
                        /**
                         * Format: date-time
                         * @description It ends by itself then.
                         */
                        ends_at: string | null;
                        /** Format: date-time */
                        ended_at: string | null;
                        created_at: string;
                        currency: string;
                        /** @enum {string} */
                        interval: "month" | "year";
                        /** @description Null: none is due. */
                        next_payment: {
                            at: string;
                            /** @description Minor units, before tax and promotion. */
                            amount: number;
                        } | null;
                        /** @description The order that began it. */
                        order_number: number | null;
                        items: {
                            product: string;
                            plan: string;
                            product_id: number;
                            quantity: number;
                            /** @description Minor units, for each unit and period. */
                            unit_amount: number;
                            licence_number: number | null;
                            /**
                             * Format: date-time
                             * @description Paid for until then.
                             */
                            licence_ends_at: string | null;
                        }[];
                        /** @description Newest first. */
                        invoices: {
                            invoice_number: string | null;
                            /** @enum {string} */
                            status: "open" | "paid" | "given_up" | "void";
                            starts_at: string;
                            ends_at: string;
                            total_amount: number;
                            /** Format: date-time */
                            paid_at: string | null;
                            /** Format: date-time */
                            next_try_at: string | null;
                            /** @description Where it can be paid or printed. */
                            page_url: string | null;
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description payments_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "licences.admin_list": {
        parameters: {
            query?: {
                /** @description A licence or order number, the beginning of an e-mail address or host, an instance. */
                q?: string;
                state?: "live" | "grace" | "expired" | "suspended" | "revoked" | "over_limit";
                /** @description The number of a product. */
                product?: number;
                ends_within_days?: number;
                /** @description The number of a customer. */
                customer?: number;
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the licences (API Resources) of the store, the newest first or by their ends. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            /** @enum {string} */
                            state: "live" | "grace" | "suspended" | "expired" | "revoked";
                            product: string;
                            plan: string;
                            product_id: number;
                            customer: {
                                number: number;
                                email: string;
                            };
                            order_number: number | null;
                            activation_limit: number | null;
                            activations: number;
                            /** Format: date-time */
                            expires_at: string | null;
                            /** Format: date-time */
                            created_at: string;
                            over_limit: number;
                            key_hint: string;
                        }[];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "licences.admin_read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a licence with the hints of its keys and what happened to it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        /** @enum {string} */
                        state: "live" | "grace" | "suspended" | "expired" | "revoked";
                        product: string;
                        plan: string;
                        product_id: number;
                        customer: {
                            number: number;
                            email: string;
                        };
                        order_number: number | null;
                        activation_limit: number | null;
                        activations: number;
                        /** Format: date-time */
                        expires_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        product_number: number;
                        subscription_number: number | null;
                        /** Format: date-time */
                        grace_until: string | null;
                        /** Format: date-time */
                        updates_until: string | null;
                        keys: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "master" | "product_order" | "associated";
                            hint: string;
                            is_off: boolean;
                            /** Format: date-time */
                            created_at: string;
                        }[];
                        /** @description The newest 20 entries of the audit. */
                        history: {
                            id: string;
                            /** Format: date-time */
                            at: string;
                            action: string;
                            by: string;
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "licences.admin_explain": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Explain how a licence came to stand as it does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        product: string;
                        plan: string;
                        /** @enum {string} */
                        state: "live" | "grace" | "suspended" | "expired" | "revoked";
                        /** @description Why it is in this state: term, lifetime, renews, owed, disputed, by_admin, paid_back … */
                        why: string;
                        steps: {
                            /** Format: date-time */
                            happened_at: string;
                            /** @description What happened: purchase, renewal, period, refund, dispute, term_edit … */
                            kind: string;
                            /** @enum {string} */
                            by: "customer" | "admin" | "client" | "system";
                            order_number: number | null;
                            invoice_number: string | null;
                            /** @enum {string} */
                            since: "stands" | "undone" | "paid_back";
                            before: {
                                is_revoked: boolean;
                                is_suspended: boolean;
                                /** @description Null is unlimited, or revoked. */
                                activation_limit: number | null;
                                /** Format: date-time */
                                expires_at: string | null;
                                /** Format: date-time */
                                grace_until: string | null;
                                /** Format: date-time */
                                updates_until: string | null;
                            } | null;
                            after: {
                                is_revoked: boolean;
                                is_suspended: boolean;
                                /** @description Null is unlimited, or revoked. */
                                activation_limit: number | null;
                                /** Format: date-time */
                                expires_at: string | null;
                                /** Format: date-time */
                                grace_until: string | null;
                                /** Format: date-time */
                                updates_until: string | null;
                            };
                            /** @description What made it, once: order_item:…, invoice:…, refund:…, edit:… */
                            cause: string;
                            /** Format: date-time */
                            recorded_at: string;
                            by_email: string | null;
                            /** @description Stripe’s event that told it. */
                            payment_event: string | null;
                            fact: {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "licences.change": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    change: "suspend";
                    ids: string[];
                } | {
                    /** @enum {string} */
                    change: "resume";
                    ids: string[];
                } | {
                    /** @enum {string} */
                    change: "extend";
                    days: number;
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Suspend, resume or extend up to 100 licences together. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Takes the change back, within a day.
                         */
                        change_id: string;
                        changed: number;
                        /** @description Already so, or not changeable: left as they were. */
                        left: number;
                    };
                };
            };
            /** @description outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "activations.delete_many": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Delete up to 100 activations together; their places are free again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Takes the change back, within a day.
                         */
                        change_id: string;
                        changed: number;
                        /** @description Already so, or not changeable: left as they were. */
                        left: number;
                    };
                };
            };
            /** @description outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "activations.admin_delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete one activation; its place is free again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Takes the change back, within a day.
                         */
                        change_id: string;
                        changed: number;
                        /** @description Already so, or not changeable: left as they were. */
                        left: number;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "licences.undo_change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take back a change of licences or activations that you made within the last day. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        undone: number;
                        /** @description Changed again since, or without room: left as they are. */
                        left: number;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already_done */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "activations.admin_list": {
        parameters: {
            query?: {
                /** @description A host or the beginning of one, an instance, an e-mail address, an order or licence. */
                q?: string;
                /** @description The number of a product. */
                product?: number;
                /** @description Only together with a product. */
                version?: string;
                seen_since?: string;
                seen_before?: string;
                is_over_limit?: "true" | "false";
                licence?: number;
                /** @description The number of a customer. */
                customer?: number;
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the activations of the store, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            instance: string;
                            label: string;
                            version: string;
                            address: string;
                            is_over_limit: boolean;
                            product: string;
                            product_id: number;
                            licence_number: number;
                            customer: {
                                number: number;
                                email: string;
                            };
                            key_hint: string;
                            /** Format: date-time */
                            activated_at: string;
                            /** Format: date-time */
                            last_seen_at: string;
                        }[];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "licences.find_anything": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Find what a text stands for: a licence key, a number, an address, a host, a title. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What the text opens, if it is a licence key of this store; a key is looked for nowhere else. */
                        key: {
                            /** @enum {string} */
                            kind: "customer" | "licence" | "stock";
                            customer_number: number | null;
                            licence_number: number | null;
                            order_number: number | null;
                            product_number: number | null;
                        } | null;
                        orders: {
                            number: number;
                            customer_email: string;
                        }[];
                        customers: {
                            number: number;
                            email: string;
                            name: string | null;
                        }[];
                        licences: {
                            number: number;
                            product: string;
                            customer_email: string;
                        }[];
                        hosts: {
                            host: string;
                            activations: number;
                        }[];
                        products: {
                            number: number;
                            title: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "customers.list": {
        parameters: {
            query?: {
                /** @description A customer number, the beginning of an e-mail address, or words of a name or company. */
                q?: string;
                role?: "customer" | "admin";
                /** @description No: those that are open. */
                is_disabled?: "true" | "false";
                is_deleted?: "true" | "false";
                /** @description Admins without a second factor. */
                lacks_factor?: "true" | "false";
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the customers and admins of the store, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            email: string;
                            name: string | null;
                            company: string | null;
                            /** @enum {string} */
                            role: "customer" | "admin";
                            /** Format: date-time */
                            disabled_at: string | null;
                            /**
                             * Format: date-time
                             * @description When the customer deleted the account: its number, orders and payments are left of it.
                             */
                            deleted_at: string | null;
                            /** Format: date-time */
                            created_at: string;
                            has_second_factor: boolean;
                            orders: number;
                            licences: number;
                        }[];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "customers.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    name?: string;
                    company?: string;
                    vat_id?: string;
                };
            };
        };
        responses: {
            /** @description Enter a customer. The account has no password until its owner chooses one. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        email: string;
                        name: string | null;
                        company: string | null;
                        /** @enum {string} */
                        role: "customer" | "admin";
                        /** Format: date-time */
                        disabled_at: string | null;
                        /**
                         * Format: date-time
                         * @description When the customer deleted the account: its number, orders and payments are left of it.
                         */
                        deleted_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        vat_id: string | null;
                        is_email_verified: boolean;
                        has_password: boolean;
                        factors: {
                            authenticators: number;
                            passkeys: number;
                            recovery_codes: number;
                        };
                        sessions: number;
                        /** Format: date-time */
                        last_seen_at: string | null;
                    };
                };
            };
            /** @description conflict, outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "customers.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a customer. Orders, licences and activations are lists with the filter “customer”. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        email: string;
                        name: string | null;
                        company: string | null;
                        /** @enum {string} */
                        role: "customer" | "admin";
                        /** Format: date-time */
                        disabled_at: string | null;
                        /**
                         * Format: date-time
                         * @description When the customer deleted the account: its number, orders and payments are left of it.
                         */
                        deleted_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        vat_id: string | null;
                        is_email_verified: boolean;
                        has_password: boolean;
                        factors: {
                            authenticators: number;
                            passkeys: number;
                            recovery_codes: number;
                        };
                        sessions: number;
                        /** Format: date-time */
                        last_seen_at: string | null;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "customers.disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Close an account: signed out everywhere, every key stopped. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description customer_deleted, own_account, last_admin */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "customers.enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open a disabled account again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description customer_deleted */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "customers.mail_sign_in_link": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mail a customer a link that signs in once, to their own address and nowhere else. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description customer_disabled, customer_deleted */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "customers.read_master_key": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See how the master API key of a customer stands. The key itself is not told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        hint: string;
                        is_disabled: boolean;
                        activations: number;
                        /** Format: date-time */
                        created_at: string;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "customers.replace_master_key": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Of the key that is meant, as it was read: a newer key is left alone.
                     */
                    key_id: string;
                    /**
                     * @description What becomes of activations made with a master key.
                     * @default keep
                     * @enum {string}
                     */
                    activations?: "keep" | "end";
                };
            };
        };
        responses: {
            /** @description Give a customer another master API key; the old one opens nothing from then on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        ended_activations: number;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description customer_deleted, key_replaced */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "customers.disable_master_key": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Of the key that is meant, as it was read: a newer key is left alone.
                     */
                    key_id: string;
                };
            };
        };
        responses: {
            /** @description Switch the master API key of a customer off. Its activations stay. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description customer_deleted, key_replaced */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "customers.enable_master_key": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Of the key that is meant, as it was read: a newer key is left alone.
                     */
                    key_id: string;
                };
            };
        };
        responses: {
            /** @description Switch the master API key of a customer on again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description customer_deleted, key_replaced */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "logs.list_client_calls": {
        parameters: {
            query?: {
                /** @description A host or the beginning of one, an instance, an address, the hint of a key, a request id. */
                q?: string;
                is_refused?: "true" | "false";
                /** @description ok, inactive, limit_reached … */
                outcome?: string;
                protocol?: "wc-am" | "v1";
                action?: string;
                /** @description The number of a product. */
                product?: number;
                since?: string;
                address?: string;
                instance?: string;
                /** @description As the list tells it. */
                key_hint?: string;
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what client software called, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** Format: date-time */
                            at: string;
                            protocol: string;
                            action: string;
                            /** @description ok, ok_again, ok_replayed, inactive, unlicensed, or the reason of the refusal. */
                            outcome: string;
                            key_hint: string;
                            /** @description As the client wrote it. */
                            product: string;
                            instance: string;
                            version: string;
                            address: string;
                            user_agent: string;
                            duration_us: number;
                            customer_id: string | null;
                            licence_id: string | null;
                            /** @description As a refusal of a /api/v1 client call names it; null for all others. */
                            request_id: string | null;
                        }[];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "logs.explain_client_call": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one client call, and what the same call would be told now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: date-time */
                        at: string;
                        protocol: string;
                        action: string;
                        /** @description ok, ok_again, ok_replayed, inactive, unlicensed, or the reason of the refusal. */
                        outcome: string;
                        key_hint: string;
                        /** @description As the client wrote it. */
                        product: string;
                        instance: string;
                        version: string;
                        address: string;
                        user_agent: string;
                        duration_us: number;
                        customer_id: string | null;
                        licence_id: string | null;
                        /** @description As a refusal of a /api/v1 client call names it; null for all others. */
                        request_id: string | null;
                        keys_now: {
                            /** @enum {string} */
                            kind: "master" | "product_order" | "associated";
                            is_replaced: boolean;
                            is_disabled: boolean;
                            customer: {
                                number: number;
                                email: string;
                                is_disabled: boolean;
                            } | null;
                            licence_number: number | null;
                            product_number: number | null;
                            /** @description “ok”, or the reason why the same call would be refused now. */
                            would_be: string;
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "logs.list_payment_events": {
        parameters: {
            query?: {
                /** @description An order number, or the id of an event, a payment or a session. */
                q?: string;
                type?: string;
                since?: string;
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the events that Stripe sent, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Stripe’s own. */
                            id: string;
                            type: string;
                            is_live: boolean;
                            /** Format: date-time */
                            received_at: string;
                            /** Format: date-time */
                            processed_at: string | null;
                            outcome: string | null;
                            order_number: number | null;
                        }[];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "logs.read_payment_event": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an event with its payload, secrets and card details masked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stripe’s own. */
                        id: string;
                        type: string;
                        is_live: boolean;
                        /** Format: date-time */
                        received_at: string;
                        /** Format: date-time */
                        processed_at: string | null;
                        outcome: string | null;
                        order_number: number | null;
                        payload?: unknown;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "logs.replay_payment_event": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Run the handler of an event once more. What was done is not done twice. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        outcome: string;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description payments_unreachable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "logs.list_mails": {
        parameters: {
            query?: {
                /** @description The beginning of the address. */
                q?: string;
                state?: "waiting" | "sent" | "failed";
                template?: "order" | "awaiting_payment" | "payment_failed" | "reset_password" | "verify_email" | "sign_in" | "change_email" | "email_in_use" | "email_changed" | "account_deleted" | "role_changed" | "master_key_replaced" | "password_changed" | "second_factor_changed" | "access_key_notice" | "subscription_renewed" | "renewal_payment_failed" | "subscription_cancelled" | "trial_ending" | "licence_renewed" | "licence_ending" | "order_refunded" | "new_release" | "device_activated";
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the mails of the store, the newest first. Neither keys nor links are in them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            to: string;
                            /** @enum {string} */
                            template: "order" | "awaiting_payment" | "payment_failed" | "reset_password" | "verify_email" | "sign_in" | "change_email" | "email_in_use" | "email_changed" | "account_deleted" | "role_changed" | "master_key_replaced" | "password_changed" | "second_factor_changed" | "access_key_notice" | "subscription_renewed" | "renewal_payment_failed" | "subscription_cancelled" | "trial_ending" | "licence_renewed" | "licence_ending" | "order_refunded" | "new_release" | "device_activated";
                            title: string;
                            /**
                             * @description kept: no mail server is set, so it waits in the store and is read there.
                             * @enum {string}
                             */
                            state: "waiting" | "kept" | "sent" | "failed";
                            attempts: number;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            sent_at: string | null;
                            last_error: string | null;
                        }[];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "logs.read_mail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a mail as its reader gets it, keys masked and links that sign in hidden. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        to: string;
                        /** @enum {string} */
                        template: "order" | "awaiting_payment" | "payment_failed" | "reset_password" | "verify_email" | "sign_in" | "change_email" | "email_in_use" | "email_changed" | "account_deleted" | "role_changed" | "master_key_replaced" | "password_changed" | "second_factor_changed" | "access_key_notice" | "subscription_renewed" | "renewal_payment_failed" | "subscription_cancelled" | "trial_ending" | "licence_renewed" | "licence_ending" | "order_refunded" | "new_release" | "device_activated";
                        title: string;
                        /**
                         * @description kept: no mail server is set, so it waits in the store and is read there.
                         * @enum {string}
                         */
                        state: "waiting" | "kept" | "sent" | "failed";
                        attempts: number;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        sent_at: string | null;
                        last_error: string | null;
                        subject: string;
                        text: string;
                        html: string;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "logs.send_mail_again": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put a mail that could not be delivered back in the queue. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description mail_not_failed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "logs.resend_order_mail": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send the order mail that this one was of once more, as a new mail. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        to: string;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description no_order_mail, not_paid, customer_deleted */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "logs.list_audit": {
        parameters: {
            query?: {
                /** @description The beginning of the address of who did it, or the id of an object. */
                q?: string;
                actor?: "admin" | "customer" | "client" | "system";
                action?: string;
                /** @description A kind of object: order, api_resource, customer … */
                object?: string;
                since?: string;
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the audit, the newest entry first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                            /** Format: date-time */
                            at: string;
                            actor: {
                                kind: string;
                                id: string | null;
                                email: string | null;
                            };
                            via: string;
                            address: string;
                            /** @description What the browser or program called itself; forgotten after 90 days. */
                            agent: string;
                            action: string;
                            object: {
                                kind: string;
                                id: string;
                            };
                            before?: unknown;
                            after?: unknown;
                        }[];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "logs.read_audit_entry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one entry of the audit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: date-time */
                        at: string;
                        actor: {
                            kind: string;
                            id: string | null;
                            email: string | null;
                        };
                        via: string;
                        address: string;
                        /** @description What the browser or program called itself; forgotten after 90 days. */
                        agent: string;
                        action: string;
                        object: {
                            kind: string;
                            id: string;
                        };
                        before?: unknown;
                        after?: unknown;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "logs.read_audit_chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See how far the audit is sealed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest seal. */
                        head: {
                            position: number;
                            digest: string;
                        } | null;
                        unsealed: number;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "logs.verify_audit_chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Compare every sealed entry of the audit with its seal. It changes nothing; a long chain is work. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        is_whole: true;
                        entries: number;
                        seals: number;
                        unsealed: number;
                        /** @description The newest seal. */
                        head: {
                            position: number;
                            digest: string;
                        } | null;
                    } | {
                        /** @enum {boolean} */
                        is_whole: false;
                        /** @enum {string} */
                        reason: "entries_differ" | "seal_missing";
                        from_entry: string | null;
                        to_entry: string | null;
                        seal: number | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "reports.today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read today so far, and the same day last week up to the same time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        today: {
                            revenue: {
                                currency: string;
                                net_amount: number;
                            }[];
                            orders: number;
                            activations: number;
                            refused_calls: number;
                        };
                        last_week: {
                            revenue: {
                                currency: string;
                                net_amount: number;
                            }[];
                            orders: number;
                            activations: number;
                            refused_calls: number;
                        };
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "reports.revenue": {
        parameters: {
            query?: {
                /** @description How far back, with today. */
                days?: "7" | "30" | "90";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read what came in and went back by day, for each currency. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            currency: string;
                            orders: number;
                            paid_amount: number;
                            refunded_amount: number;
                            days: {
                                /** @description As 2026-11-21, in UTC. */
                                day: string;
                                orders: number;
                                paid_amount: number;
                                refunded_amount: number;
                            }[];
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "reports.activity": {
        parameters: {
            query?: {
                /** @description How far back, with today. */
                days?: "7" | "30" | "90";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read what client software did by day: activations, calls served, and refusals by reason. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description As 2026-11-21, in UTC. */
                            day: string;
                            activations: number;
                            deactivations: number;
                            served: number;
                            refused: {
                                [key: string]: number;
                            };
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "reports.expiring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read how many licences end on each of the next 30 days. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description As 2026-11-21, in UTC. */
                            day: string;
                            licences: number;
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "reports.versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read which versions run in the field, for the products with most installations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            product_number: number;
                            product: string;
                            total: number;
                            versions: {
                                version: string;
                                activations: number;
                                is_withdrawn: boolean;
                            }[];
                            others: number;
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "reports.todos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read what waits for an admin, the most urgent first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            kind: string;
                            count: number;
                            product_number: number | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "reports.dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read how the database, the jobs, the storage, the mail server, the payments and Dropbox are at this moment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            name: string;
                            /** @enum {string} */
                            state: "good" | "bad" | "off" | "slow" | "away";
                            count: number;
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.orders_csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export your own orders, the newest first; amounts are minor units. As CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.orders_json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export your own orders, the newest first; amounts are minor units. As JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.licences_csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export your own licences, the newest first. As CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.licences_json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export your own licences, the newest first. As JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.activations_csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export the activations of all your licences, the newest first. As CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.activations_json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export the activations of all your licences, the newest first. As JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.downloads_csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export the files that your licences open now, each with a link. As CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.downloads_json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export the files that your licences open now, each with a link. As JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.usage_csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export how your developer keys were used in the last 400 days (UTC), by day, key, operation and status. As CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.usage_json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export how your developer keys were used in the last 400 days (UTC), by day, key, operation and status. As JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.admin_orders_csv": {
        parameters: {
            query?: {
                /** @description An order number, or the beginning of an e-mail address or of a host. */
                q?: string;
                status?: "awaiting_payment" | "paid" | "partially_refunded" | "refunded" | "cancelled";
                /** @description The number of a product. */
                product?: number;
                placed_since?: string;
                is_refunded?: "true" | "false";
                /** @description The number of a customer. */
                customer?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export the orders of the store, narrowed as their list is; amounts are minor units. As CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.admin_orders_json": {
        parameters: {
            query?: {
                /** @description An order number, or the beginning of an e-mail address or of a host. */
                q?: string;
                status?: "awaiting_payment" | "paid" | "partially_refunded" | "refunded" | "cancelled";
                /** @description The number of a product. */
                product?: number;
                placed_since?: string;
                is_refunded?: "true" | "false";
                /** @description The number of a customer. */
                customer?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export the orders of the store, narrowed as their list is; amounts are minor units. As JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.admin_customers_csv": {
        parameters: {
            query?: {
                /** @description A customer number, the beginning of an e-mail address, or words of a name or company. */
                q?: string;
                role?: "customer" | "admin";
                /** @description No: those that are open. */
                is_disabled?: "true" | "false";
                is_deleted?: "true" | "false";
                /** @description Admins without a second factor. */
                lacks_factor?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export the customers of the store, narrowed as their list is. As CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.admin_customers_json": {
        parameters: {
            query?: {
                /** @description A customer number, the beginning of an e-mail address, or words of a name or company. */
                q?: string;
                role?: "customer" | "admin";
                /** @description No: those that are open. */
                is_disabled?: "true" | "false";
                is_deleted?: "true" | "false";
                /** @description Admins without a second factor. */
                lacks_factor?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export the customers of the store, narrowed as their list is. As JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.admin_licences_csv": {
        parameters: {
            query?: {
                /** @description A licence or order number, the beginning of an e-mail address or host, an instance. */
                q?: string;
                state?: "live" | "grace" | "expired" | "suspended" | "revoked" | "over_limit";
                /** @description The number of a product. */
                product?: number;
                ends_within_days?: number;
                /** @description The number of a customer. */
                customer?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export the licences of the store, narrowed as their list is. As CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.admin_licences_json": {
        parameters: {
            query?: {
                /** @description A licence or order number, the beginning of an e-mail address or host, an instance. */
                q?: string;
                state?: "live" | "grace" | "expired" | "suspended" | "revoked" | "over_limit";
                /** @description The number of a product. */
                product?: number;
                ends_within_days?: number;
                /** @description The number of a customer. */
                customer?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export the licences of the store, narrowed as their list is. As JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.admin_activations_csv": {
        parameters: {
            query?: {
                /** @description A host or the beginning of one, an instance, an e-mail address, an order or licence. */
                q?: string;
                /** @description The number of a product. */
                product?: number;
                /** @description Only together with a product. */
                version?: string;
                seen_since?: string;
                seen_before?: string;
                is_over_limit?: "true" | "false";
                licence?: number;
                /** @description The number of a customer. */
                customer?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export the activations of the store, narrowed as their list is. As CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.admin_activations_json": {
        parameters: {
            query?: {
                /** @description A host or the beginning of one, an instance, an e-mail address, an order or licence. */
                q?: string;
                /** @description The number of a product. */
                product?: number;
                /** @description Only together with a product. */
                version?: string;
                seen_since?: string;
                seen_before?: string;
                is_over_limit?: "true" | "false";
                licence?: number;
                /** @description The number of a customer. */
                customer?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export the activations of the store, narrowed as their list is. As JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.admin_client_calls_csv": {
        parameters: {
            query?: {
                /** @description A host or the beginning of one, an instance, an address, the hint of a key, a request id. */
                q?: string;
                is_refused?: "true" | "false";
                /** @description ok, inactive, limit_reached … */
                outcome?: string;
                protocol?: "wc-am" | "v1";
                action?: string;
                /** @description The number of a product. */
                product?: number;
                since?: string;
                address?: string;
                instance?: string;
                /** @description As the list tells it. */
                key_hint?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export what client software called, narrowed as the list is. As CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.admin_client_calls_json": {
        parameters: {
            query?: {
                /** @description A host or the beginning of one, an instance, an address, the hint of a key, a request id. */
                q?: string;
                is_refused?: "true" | "false";
                /** @description ok, inactive, limit_reached … */
                outcome?: string;
                protocol?: "wc-am" | "v1";
                action?: string;
                /** @description The number of a product. */
                product?: number;
                since?: string;
                address?: string;
                instance?: string;
                /** @description As the list tells it. */
                key_hint?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export what client software called, narrowed as the list is. As JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.admin_audit_csv": {
        parameters: {
            query?: {
                /** @description The beginning of the address of who did it, or the id of an object. */
                q?: string;
                actor?: "admin" | "customer" | "client" | "system";
                action?: string;
                /** @description A kind of object: order, api_resource, customer … */
                object?: string;
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export the audit, narrowed as its list is. As CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "exports.admin_audit_json": {
        parameters: {
            query?: {
                /** @description The beginning of the address of who did it, or the id of an object. */
                q?: string;
                actor?: "admin" | "customer" | "client" | "system";
                action?: string;
                /** @description A kind of object: order, api_resource, customer … */
                object?: string;
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Export the audit, narrowed as its list is. As JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "products.list": {
        parameters: {
            query?: {
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Part of the title, the tagline, the author or the category, or a number. */
                q?: string;
                standing?: "published" | "draft" | "archived";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the products of the store by title, on sale or not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ListedProduct"][];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "products.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    slug?: string;
                    plan: {
                        name: string;
                        /** @description Minor units of `currency`. */
                        unit_amount: number;
                        /** @description ISO 4217, lower case. */
                        currency: string;
                        /**
                         * @description Null: paid once.
                         * @default null
                         * @enum {string|null}
                         */
                        billing_interval?: "month" | "year" | null;
                        /** @description Places for each unit bought; null: unlimited. */
                        activation_limit: number | null;
                        /**
                         * @description Days of use; null: for good. Left alone for a subscription.
                         * @default null
                         */
                        term_days?: number | null;
                    };
                };
            };
        };
        responses: {
            /** @description Begin a product as a draft with its first plan. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description looks_like_a_key */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "products.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a product with its texts, its licensing and all its plans. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "products.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a product that was never used. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description product_in_use */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "products.edit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    title?: string;
                    slug?: string;
                    tagline?: string;
                    description_md?: string;
                    category?: string;
                    platform?: string;
                    author?: string;
                    page_url?: string;
                };
            };
        };
        responses: {
            /** @description Change the texts that sell a product. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description etag_mismatch */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description looks_like_a_key */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "products.edit_docs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    changelog_url?: string;
                    documentation_url?: string;
                    requires_version?: string;
                    tested_version?: string;
                    requires_php?: string;
                    installation_md?: string;
                    faq_md?: string;
                    screenshots_md?: string;
                    other_notes_md?: string;
                };
            };
        };
        responses: {
            /** @description Change the pages and requirements that client software shows of a product. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description looks_like_a_key */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "products.set_standing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    standing: "published" | "draft" | "archived";
                };
            };
        };
        responses: {
            /** @description Put a product into the storefront, take it out, or archive it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description product_without_plan, product_archived */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "products.add_plan": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Minor units of `currency`. */
                    unit_amount: number;
                    /** @description ISO 4217, lower case. */
                    currency: string;
                    /**
                     * @description Null: paid once.
                     * @default null
                     * @enum {string|null}
                     */
                    billing_interval?: "month" | "year" | null;
                    /**
                     * @description Smaller ones stand first.
                     * @default 0
                     */
                    position?: number;
                    /**
                     * @description Days that a first subscription costs nothing; null: no trial.
                     * @default null
                     */
                    trial_days?: number | null;
                };
            };
        };
        responses: {
            /** @description Add a plan with the licensing terms of its product. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "products.read_plan": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                plan: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a plan with its terms in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "products.edit_plan": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                plan: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description Minor units of `currency`. */
                    unit_amount?: number;
                    /** @description ISO 4217, lower case. */
                    currency?: string;
                    /** @description Smaller ones stand first. */
                    position?: number;
                    /** @description Days that a first subscription costs nothing; null: no trial. */
                    trial_days?: number | null;
                };
            };
        };
        responses: {
            /** @description Change what a plan is sold as, for what is bought from now on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description etag_mismatch */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "products.set_plan_on_sale": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                plan: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    on_sale: boolean;
                };
            };
        };
        responses: {
            /** @description Archive a plan, or put it on sale again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description last_plan */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "products.edit_licensing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What client software of 2013 to 2018 sends; empty: none.
                     * @default
                     */
                    legacy_title?: string;
                    /** @description Places for each unit bought; null: unlimited. */
                    activation_limit: number | null;
                    /** @description Days of use; null: for good. */
                    term_days: number | null;
                    /** @description Days of new versions; null: as long as the licence lives. */
                    update_days: number | null;
                    /** @default [] */
                    plans?: {
                        /** @description Of a plan of this product. */
                        number: number;
                        /** @description Places for each unit bought; null: unlimited. */
                        activation_limit?: number | null;
                        /** @description Days of use; null: for good. */
                        term_days?: number | null;
                        /** @description Days of new versions; null: as long as the licence lives. */
                        update_days?: number | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Set the licensing terms of a product, and which plans go their own way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "products.edit_update_rules": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Licences whose updates ended keep what was released before. */
                    keeps_releases?: boolean;
                    /** @description False for what has no file by nature. */
                    delivers_files?: boolean;
                    /** @default [] */
                    plans?: {
                        /** @description Of a plan of this product. */
                        number: number;
                        /** @description Days of new versions; null: as long as the licence lives. */
                        update_days: number | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Set who gets which versions of a product. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "products.preview_terms": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                plan: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which terms of the plan reach the licences; the others stay as they are. */
                    parts: ("activation_limit" | "term_days" | "update_days")[];
                    /**
                     * @description False: only where the customer gains.
                     * @default false
                     */
                    takes_away?: boolean;
                };
            };
        };
        responses: {
            /** @description Count what the terms of a plan would change for the licences that exist. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of this plan, not revoked. */
                        licences: number;
                        changing: number;
                        limit_raised: number;
                        limit_lowered: number;
                        /** @description Activations that would have no place any more. */
                        activations_beyond: number;
                        ends_later: number;
                        ends_sooner: number;
                        ends_now: number;
                        works_again: number;
                        updates_longer: number;
                        updates_shorter: number;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "products.apply_terms": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: number;
                plan: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which terms of the plan reach the licences; the others stay as they are. */
                    parts: ("activation_limit" | "term_days" | "update_days")[];
                    /**
                     * @description False: only where the customer gains.
                     * @default false
                     */
                    takes_away?: boolean;
                    activation_limit: number | null;
                    term_days: number | null;
                    update_days: number | null;
                };
            };
        };
        responses: {
            /** @description Let the terms of a plan reach the licences that exist. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Stands in the audit.
                         */
                        run_id: string;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description conflict, outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.list": {
        parameters: {
            query?: {
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List all versions of a product, newest first, whatever their state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ListedRelease"][];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: string;
                    /**
                     * @default stable
                     * @enum {string}
                     */
                    channel?: "stable" | "beta";
                    /** @description The day customers are told, as 2026-11-21; not in the future. */
                    released_on?: string;
                    /** @default  */
                    changelog_md?: string;
                    /** @default  */
                    upgrade_notice?: string;
                    /**
                     * @description Empty: as the product says.
                     * @default
                     */
                    requires_version?: string;
                    /** @default  */
                    tested_version?: string;
                    /** @default  */
                    requires_php?: string;
                };
            };
        };
        responses: {
            /** @description Begin a version as a draft without files. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version_exists, outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description looks_like_a_key */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                release: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a version with its files. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.edit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                release: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    version?: string;
                    /** @enum {string} */
                    channel?: "stable" | "beta";
                    /** @description The day customers are told, as 2026-11-21; not in the future. */
                    released_on?: string;
                    changelog_md?: string;
                    upgrade_notice?: string;
                    /** @description Empty: as the product says. */
                    requires_version?: string;
                    tested_version?: string;
                    requires_php?: string;
                };
            };
        };
        responses: {
            /** @description Change what is said about a version, published or not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description version_exists, version_published, conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description etag_mismatch */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description looks_like_a_key */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                release: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Offer a draft to those whose licences cover it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description release_without_file, file_not_verified */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                release: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make a published version a draft again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description release_withdrawn */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.yank": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                release: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 1 to 500 characters, for admins alone. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Withdraw a published version, with a reason for the record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description release_not_published */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                release: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Undo a withdrawal: the version is offered again as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.upload_file": {
        parameters: {
            query: {
                /** @description As customers keep it. */
                file_name: string;
                /** @description For example Windows; empty: for everybody. */
                platform?: string;
                /** @description How many bytes the body has. */
                size_bytes: number;
                /** @description Of the body, in small hexadecimal digits. */
                sha256: string;
            };
            header?: never;
            path: {
                number: number;
                release: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Send a file of a version in one request. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentFile"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file_name_taken, upload_in_progress, upload_ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description storage_failed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.add_remote_file": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: number;
                release: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An https address outside the store. */
                    address: string;
                    /**
                     * @description Empty: the last part of the address.
                     * @default
                     */
                    file_name?: string;
                    /**
                     * @description For example Windows; empty: for everybody.
                     * @default
                     */
                    platform?: string;
                };
            };
        };
        responses: {
            /** @description Add a file that lies at an https address outside the store. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Artifact"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file_name_taken, outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.check_remote_file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An https address outside the store. */
                    address: string;
                };
            };
        };
        responses: {
            /** @description Fetch a file at an https address once and tell its size and SHA-256, keeping nothing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        size_bytes: number;
                        sha256: string;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.remove_file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                release: string;
                artifact: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a file off a draft. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description release_published */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.list_uploads": {
        parameters: {
            query?: {
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                number: number;
                release: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what is on its way to a version, whoever sends it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Upload"][];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.begin_upload": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                release: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As customers keep it. */
                    file_name: string;
                    /**
                     * @description For example Windows; empty: for everybody.
                     * @default
                     */
                    platform?: string;
                    size_bytes: number;
                };
            };
        };
        responses: {
            /** @description Begin to send a file in parts, or go on with what you began. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description file_name_taken, upload_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description storage_failed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.read_upload": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read how an upload stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.cancel_upload": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Give an unfinished upload up and forget its bytes. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description upload_ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.send_part": {
        parameters: {
            query: {
                /** @description How many bytes stand before these. */
                offset: number;
            };
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Send the next bytes of an upload. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description upload_offset_wrong, upload_ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description storage_failed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.finish_upload": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sha256: string;
                };
            };
        };
        responses: {
            /** @description Say that every byte was sent, and what their SHA-256 must be. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description upload_incomplete, upload_ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "releases.retry_upload": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Store a stalled upload again with the bytes that are here. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description upload_ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "associated_keys.list": {
        parameters: {
            query?: {
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the products by title with their stock of associated keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["KeyStock"][];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "associated_keys.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the stock of a product. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyStock"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "associated_keys.list_keys": {
        parameters: {
            query?: {
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the keys in the stock of a product by their hints, the next to be handed out first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StockedKey"][];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "associated_keys.add": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    keys?: (string | {
                        key: string;
                        /** @description Of another product or plan. */
                        product?: number;
                    })[];
                    csv?: string;
                    /**
                     * @description True: only say what would be done.
                     * @default false
                     */
                    dry_run?: boolean;
                };
            };
        };
        responses: {
            /** @description Add keys to the stock of a product, or say what adding them would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyListReport"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "associated_keys.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete one key that nobody has from the stock of a product. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "associated_keys.delete_all": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How many are in stock, as you read it. */
                    expected: number;
                };
            };
        };
        responses: {
            /** @description Delete every key that nobody has from the stock of a product. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deleted: number;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description stock_changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "associated_keys.hand_out": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Give the purchases that found the stock empty their keys now, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        handed_out: number;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the settings of the store. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreSettings"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    store_name?: string;
                    support_address?: string;
                    mail_sender_name?: string;
                    show_product_order_api_keys?: boolean;
                    show_master_api_key?: boolean;
                    show_associated_keys?: boolean;
                    download_link_days?: number;
                    dropbox_app_key?: string;
                    /** @enum {string} */
                    message_profile?: "2.x" | "3.0-3.4" | "3.5+";
                    strict_reactivation?: boolean;
                    stop_over_limit?: boolean;
                    public_version_info?: boolean;
                    translate_software_add_on?: boolean;
                    send_api_resource_data?: boolean;
                    doc_tabs?: ("description" | "installation" | "faq" | "screenshots" | "other_notes")[];
                    trusted_sources?: string[];
                    payment_grace_days?: number;
                    suspend_on_dispute?: boolean;
                    renewable_period_days?: number;
                    manual_renewal?: boolean;
                    renewal_discount_percent?: number;
                    renewal_offer_days?: number;
                    request_log_days?: number;
                    download_log_days?: number;
                    activation_rate_per_minute?: number;
                    activation_burst?: number;
                    date_format?: string;
                    /** @enum {string} */
                    tax_rule?: "none" | "stripe_tax" | "managed_payments";
                    prices_include_tax?: boolean;
                    tax_code?: string;
                    seller_name?: string;
                    seller_address?: string;
                    seller_vat_id?: string;
                    invoice_note?: string;
                    invoice_prefix?: string;
                    nightly_backups?: boolean;
                    backup_hour?: number;
                    backups_kept?: number;
                    backup_files?: boolean;
                };
            };
        };
        responses: {
            /** @description Change settings of the store; what is left out stays. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreSettings"];
                };
            };
            /** @description etag_mismatch */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.read_legal_pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the legal pages of the store as they were written. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalPages"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.edit_legal_pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Markdown. Empty: the page is not written, and neither shown nor linked. */
                    terms?: string;
                    /** @description Markdown. Empty: the page is not written, and neither shown nor linked. */
                    refunds?: string;
                    /** @description Markdown. Empty: the page is not written, and neither shown nor linked. */
                    privacy?: string;
                    /** @description Markdown. Empty: the page is not written, and neither shown nor linked. */
                    imprint?: string;
                };
            };
        };
        responses: {
            /** @description Write legal pages of the store; what is left out stays. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalPages"];
                };
            };
            /** @description etag_mismatch */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description looks_like_a_key */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.read_storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read where files lie and where new ones go, without the secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageSettings"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.edit_storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Where new files go. Those that are there stay readable.
                     * @enum {string}
                     */
                    new_files: "local" | "s3";
                    bucket: {
                        /**
                         * @description Where the store reaches it; empty: Amazon S3 of the region.
                         * @default
                         */
                        endpoint?: string;
                        /**
                         * @description Where customers reach it, when that differs.
                         * @default
                         */
                        public_endpoint?: string;
                        region: string;
                        bucket: string;
                        access_key_id: string;
                        /** @default false */
                        force_path_style?: boolean;
                        /**
                         * @description Empty: the one that is there. Never shown again.
                         * @default
                         */
                        secret_access_key?: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Set where files lie and where new ones go. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageSettings"];
                };
            };
            /** @description etag_mismatch */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.test_storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Where new files go. Those that are there stay readable.
                     * @enum {string}
                     */
                    new_files: "local" | "s3";
                    bucket: {
                        /**
                         * @description Where the store reaches it; empty: Amazon S3 of the region.
                         * @default
                         */
                        endpoint?: string;
                        /**
                         * @description Where customers reach it, when that differs.
                         * @default
                         */
                        public_endpoint?: string;
                        region: string;
                        bucket: string;
                        access_key_id: string;
                        /** @default false */
                        force_path_style?: boolean;
                        /**
                         * @description Empty: the one that is there. Never shown again.
                         * @default
                         */
                        secret_access_key?: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Try storage settings before they are saved, with a tiny file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.test_mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send a test mail to the address of the account behind the key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.test_payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ask the payment service whose key this store has. Changes nothing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.test_dropbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Left out: the one that is saved. */
                    app_key?: string;
                };
            };
        };
        responses: {
            /** @description Ask Dropbox whether it knows an app key, and could reach this store. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "webhooks.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the endpoints that are told what happens in the store. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            url: string;
                            description: string;
                            /** @description Empty means everything. */
                            event_types: string[];
                            /** @enum {string} */
                            state: "enabled" | "disabled";
                            /**
                             * @description gone: it answered 410. failing: nothing arrived for five days.
                             * @enum {string|null}
                             */
                            disabled_reason: "admin" | "gone" | "failing" | null;
                            /** Format: date-time */
                            disabled_at: string | null;
                            /**
                             * Format: date-time
                             * @description The first failed attempt after the last success.
                             */
                            failing_since: string | null;
                            /** Format: date-time */
                            secret_made_at: string;
                            /**
                             * Format: date-time
                             * @description Until then messages are signed with the earlier secret as well.
                             */
                            old_secret_until: string | null;
                            /** Format: date-time */
                            created_at: string;
                        }[];
                        next_cursor: null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "webhooks.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An https address. Addresses of inner networks are refused. */
                    url: string;
                    /**
                     * @description For people.
                     * @default
                     */
                    description?: string;
                    /**
                     * @description What it is told of; empty means everything, later types too.
                     * @default []
                     */
                    event_types?: ("order.paid" | "order.refunded" | "order.disputed" | "licence.issued" | "licence.changed" | "licence.suspended" | "licence.resumed" | "licence.revoked" | "licence.restored" | "licence.expired" | "activation.created" | "activation.deleted" | "activation.limit_reached" | "api_key.created" | "api_key.changed" | "api_key.regenerated" | "api_key.disabled" | "api_key.activated" | "api_key.leaked" | "api_key.revoked" | "api_key.removed")[];
                };
            };
        };
        responses: {
            /** @description Add an endpoint, which is told of what happens from now on. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        description: string;
                        /** @description Empty means everything. */
                        event_types: string[];
                        /** @enum {string} */
                        state: "enabled" | "disabled";
                        /**
                         * @description gone: it answered 410. failing: nothing arrived for five days.
                         * @enum {string|null}
                         */
                        disabled_reason: "admin" | "gone" | "failing" | null;
                        /** Format: date-time */
                        disabled_at: string | null;
                        /**
                         * Format: date-time
                         * @description The first failed attempt after the last success.
                         */
                        failing_since: string | null;
                        /** Format: date-time */
                        secret_made_at: string;
                        /**
                         * Format: date-time
                         * @description Until then messages are signed with the earlier secret as well.
                         */
                        old_secret_until: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** @description Signs every message. Shown in this answer only. */
                        secret: string;
                    };
                };
            };
            /** @description too_many_endpoints, answer_withheld, outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "webhooks.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an endpoint. Its secret is not told again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        description: string;
                        /** @description Empty means everything. */
                        event_types: string[];
                        /** @enum {string} */
                        state: "enabled" | "disabled";
                        /**
                         * @description gone: it answered 410. failing: nothing arrived for five days.
                         * @enum {string|null}
                         */
                        disabled_reason: "admin" | "gone" | "failing" | null;
                        /** Format: date-time */
                        disabled_at: string | null;
                        /**
                         * Format: date-time
                         * @description The first failed attempt after the last success.
                         */
                        failing_since: string | null;
                        /** Format: date-time */
                        secret_made_at: string;
                        /**
                         * Format: date-time
                         * @description Until then messages are signed with the earlier secret as well.
                         */
                        old_secret_until: string | null;
                        /** Format: date-time */
                        created_at: string;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "webhooks.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove an endpoint with the log of its deliveries. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description etag_mismatch */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "webhooks.edit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description An https address. Addresses of inner networks are refused. */
                    url?: string;
                    /** @description For people. */
                    description?: string;
                    /** @description What it is told of; empty means everything, later types too. */
                    event_types?: ("order.paid" | "order.refunded" | "order.disputed" | "licence.issued" | "licence.changed" | "licence.suspended" | "licence.resumed" | "licence.revoked" | "licence.restored" | "licence.expired" | "activation.created" | "activation.deleted" | "activation.limit_reached" | "api_key.created" | "api_key.changed" | "api_key.regenerated" | "api_key.disabled" | "api_key.activated" | "api_key.leaked" | "api_key.revoked" | "api_key.removed")[];
                };
            };
        };
        responses: {
            /** @description Change where an endpoint is, what it is called and what it is told of. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        description: string;
                        /** @description Empty means everything. */
                        event_types: string[];
                        /** @enum {string} */
                        state: "enabled" | "disabled";
                        /**
                         * @description gone: it answered 410. failing: nothing arrived for five days.
                         * @enum {string|null}
                         */
                        disabled_reason: "admin" | "gone" | "failing" | null;
                        /** Format: date-time */
                        disabled_at: string | null;
                        /**
                         * Format: date-time
                         * @description The first failed attempt after the last success.
                         */
                        failing_since: string | null;
                        /** Format: date-time */
                        secret_made_at: string;
                        /**
                         * Format: date-time
                         * @description Until then messages are signed with the earlier secret as well.
                         */
                        old_secret_until: string | null;
                        /** Format: date-time */
                        created_at: string;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description etag_mismatch */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "webhooks.enable": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Switch an endpoint on again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        description: string;
                        /** @description Empty means everything. */
                        event_types: string[];
                        /** @enum {string} */
                        state: "enabled" | "disabled";
                        /**
                         * @description gone: it answered 410. failing: nothing arrived for five days.
                         * @enum {string|null}
                         */
                        disabled_reason: "admin" | "gone" | "failing" | null;
                        /** Format: date-time */
                        disabled_at: string | null;
                        /**
                         * Format: date-time
                         * @description The first failed attempt after the last success.
                         */
                        failing_since: string | null;
                        /** Format: date-time */
                        secret_made_at: string;
                        /**
                         * Format: date-time
                         * @description Until then messages are signed with the earlier secret as well.
                         */
                        old_secret_until: string | null;
                        /** Format: date-time */
                        created_at: string;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "webhooks.disable": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Switch an endpoint off. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        description: string;
                        /** @description Empty means everything. */
                        event_types: string[];
                        /** @enum {string} */
                        state: "enabled" | "disabled";
                        /**
                         * @description gone: it answered 410. failing: nothing arrived for five days.
                         * @enum {string|null}
                         */
                        disabled_reason: "admin" | "gone" | "failing" | null;
                        /** Format: date-time */
                        disabled_at: string | null;
                        /**
                         * Format: date-time
                         * @description The first failed attempt after the last success.
                         */
                        failing_since: string | null;
                        /** Format: date-time */
                        secret_made_at: string;
                        /**
                         * Format: date-time
                         * @description Until then messages are signed with the earlier secret as well.
                         */
                        old_secret_until: string | null;
                        /** Format: date-time */
                        created_at: string;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "webhooks.rotate_secret": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @default 0
                     * @enum {number}
                     */
                    overlap_hours?: 0;
                };
            };
        };
        responses: {
            /** @description Give an endpoint a new signing secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        description: string;
                        /** @description Empty means everything. */
                        event_types: string[];
                        /** @enum {string} */
                        state: "enabled" | "disabled";
                        /**
                         * @description gone: it answered 410. failing: nothing arrived for five days.
                         * @enum {string|null}
                         */
                        disabled_reason: "admin" | "gone" | "failing" | null;
                        /** Format: date-time */
                        disabled_at: string | null;
                        /**
                         * Format: date-time
                         * @description The first failed attempt after the last success.
                         */
                        failing_since: string | null;
                        /** Format: date-time */
                        secret_made_at: string;
                        /**
                         * Format: date-time
                         * @description Until then messages are signed with the earlier secret as well.
                         */
                        old_secret_until: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** @description Signs every message. Shown in this answer only. */
                        secret: string;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description answer_withheld, outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "webhooks.test": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send an endpoint a test event. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        delivery_id: string;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description endpoint_disabled, outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "webhooks.recover": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    since: string;
                };
            };
        };
        responses: {
            /** @description Send an endpoint everything since an instant that did not arrive there. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recovered: number;
                        has_more: boolean;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description endpoint_disabled, outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "webhooks.list_deliveries": {
        parameters: {
            query?: {
                /** @description How many at once, 1 to 100. */
                limit?: number;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                state?: "waiting" | "delivered" | "failed";
                type?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what an endpoint was told, is being told, or could not be told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /** @description The `webhook-id` that the endpoint gets, the same at every attempt. */
                            message_id: string;
                            type: string;
                            /** @enum {string} */
                            state: "waiting" | "delivered" | "failed";
                            attempts: number;
                            last_status: number | null;
                            last_failure: string | null;
                            /** Format: date-time */
                            next_attempt_at: string | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            ended_at: string | null;
                        }[];
                        /** @description For `cursor`; null on the last page. */
                        next_cursor: string | null;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "webhooks.read_delivery": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a delivery with its body and every attempt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description The `webhook-id` that the endpoint gets, the same at every attempt. */
                        message_id: string;
                        type: string;
                        /** @enum {string} */
                        state: "waiting" | "delivered" | "failed";
                        attempts: number;
                        last_status: number | null;
                        last_failure: string | null;
                        /** Format: date-time */
                        next_attempt_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        ended_at: string | null;
                        /** @description As it is sent. */
                        body: string;
                        /** @description The newest first. */
                        attempt_log: {
                            /** Format: date-time */
                            at: string;
                            duration_ms: number;
                            status: number | null;
                            failure: string | null;
                            detail: string | null;
                            /** @description The beginning of what was answered. */
                            response: string;
                        }[];
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "webhooks.replay": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same text with the same request is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send a message to its endpoint once more, under the same id. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        delivery_id: string;
                    };
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description endpoint_disabled, outcome_unknown */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "webhooks.list_events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List every type of event with the JSON Schema of its message. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            type: string;
                            group: string;
                            about: string;
                            /** @description JSON Schema 2020-12. */
                            schema: {
                                [key: string]: unknown;
                            };
                        }[];
                        next_cursor: null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "reports.client_service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read how client calls were served: how many, how many not, and how fast. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        last_day: {
                            /** @description Exact up to 50,000; beyond, as many as the lines of the log are numbered. */
                            calls: number;
                            /** @description Ended in an error of the store. A refusal is an answer. */
                            failed: number;
                            p50_ms: number | null;
                            p99_ms: number | null;
                        };
                        last_week: {
                            /** @description Exact up to 50,000; beyond, as many as the lines of the log are numbered. */
                            calls: number;
                            /** @description Ended in an error of the store. A refusal is an answer. */
                            failed: number;
                            p50_ms: number | null;
                            p99_ms: number | null;
                        };
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "reports.jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read what the store still has to do by kind, and the jobs it gave up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            kind: string;
                            due: number;
                            /** Format: date-time */
                            oldest_due_at: string | null;
                            later: number;
                            given_up: number;
                        }[];
                        /** @description The newest fifty. Mails and messages to webhooks have lists of their own. */
                        given_up: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            /** Format: date-time */
                            created_at: string;
                            last_error: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "logs.retry_job": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put a job that was given up back in the queue, with all its attempts. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "reports.software": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the versions of the store and of what it runs on, and the state of its migrations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: string;
                        commit: string | null;
                        node: string;
                        postgres: string;
                        migrations_applied: number;
                        migrations_pending: string[];
                        newest_migration: string | null;
                        /** Format: date-time */
                        newest_migration_at: string | null;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.list_backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the backups, the newest first, with the rehearsals of their restore. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            cause: "schedule" | "admin" | "key" | "command";
                            /**
                             * @description removed: newer ones are kept instead. away: its archive is not in the data folder.
                             * @enum {string}
                             */
                            state: "waiting" | "running" | "good" | "failed" | "removed" | "away";
                            /** Format: date-time */
                            requested_at: string;
                            /** Format: date-time */
                            ended_at: string | null;
                            steps_done: number;
                            /** @description Tables and files; 0 before it has begun. */
                            steps_all: number;
                            /** @enum {string|null} */
                            failure: "disk_full" | "folder_not_writable" | "damaged" | "not_a_backup" | "schema_unknown" | "database_not_empty" | "backup_gone" | "may_not_create_databases" | "keyring_differs" | "inconsistent" | "interrupted" | "failed" | null;
                            /** @description The machine’s own words about a failure. */
                            detail: string | null;
                            file_name: string | null;
                            size_bytes: number | null;
                            rows: number | null;
                            files: number | null;
                            /** @description Release files that the data folder should have had. */
                            missing_files: number | null;
                            /** @description The newest rehearsal of its restore. */
                            drill: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                cause: "schedule" | "admin" | "key" | "command";
                                /**
                                 * @description removed: newer ones are kept instead. away: its archive is not in the data folder.
                                 * @enum {string}
                                 */
                                state: "waiting" | "running" | "good" | "failed" | "removed" | "away";
                                /** Format: date-time */
                                requested_at: string;
                                /** Format: date-time */
                                ended_at: string | null;
                                steps_done: number;
                                /** @description Tables and files; 0 before it has begun. */
                                steps_all: number;
                                /** @enum {string|null} */
                                failure: "disk_full" | "folder_not_writable" | "damaged" | "not_a_backup" | "schema_unknown" | "database_not_empty" | "backup_gone" | "may_not_create_databases" | "keyring_differs" | "inconsistent" | "interrupted" | "failed" | null;
                                /** @description The machine’s own words about a failure. */
                                detail: string | null;
                            } | null;
                        }[];
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.start_backup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begin a backup; the list says how far it is. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description storage_failed */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "settings.start_drill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begin the rehearsal of a restore of the newest backup, beside the store. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "client.activations_post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivationWish"];
            };
        };
        responses: {
            /** @description It held its place already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activated"];
                };
            };
            /** @description Take a place of a licence for an instance. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activated"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ClientProblem"];
                };
            };
        };
    };
    "client.deactivations_post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AboutInstance"];
            };
        };
        responses: {
            /** @description Give the place of an instance back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deactivated"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ClientProblem"];
                };
            };
        };
    };
    "client.status_post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AboutInstance"];
            };
        };
        responses: {
            /** @description Ask whether an instance holds a place, and until when. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceStatus"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ClientProblem"];
                };
            };
        };
    };
    "client.products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what a licence key opens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicensedProducts"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ClientProblem"];
                };
            };
        };
    };
    "client.products_post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description List what a licence key opens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicensedProducts"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ClientProblem"];
                };
            };
        };
    };
    "client.updates": {
        parameters: {
            query: {
                /** @description Its number, or the title that older software knows. */
                product: number | string;
                instance?: string;
                version?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ask for the newest version, and with a live activation where to fetch it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Update"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ClientProblem"];
                };
            };
        };
    };
    "client.updates_post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateQuestion"];
            };
        };
        responses: {
            /** @description Ask for the newest version, and with a live activation where to fetch it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Update"];
                };
            };
            /** @description A refusal. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ClientProblem"];
                };
            };
        };
    };
}
